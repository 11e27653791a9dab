"""The usual first names of a French contact file, to tell which of two words is the first name.

About eleven hundred names, written down from general knowledge of public statistics: the most given names of France
since 1930 (those that head INSEE's *Fichier des prénoms*, Licence Ouverte 2.0; the file itself is not copied), and the
usual ones of its neighbours and of the countries its families come from. A word that is not here may well be a first
name: absence proves nothing, and nothing is ever decided against a cell by this list alone.

>>> is_first_name("HÉLÈNE"), is_first_name("Jean-Baptiste"), is_first_name("Dupont")
(True, True, False)
>>> is_also_surname("Martin")
True
"""

from __future__ import annotations

from typing import Final

from contactbase.normalize.fold import fold

__all__ = ["is_also_surname", "is_first_name"]

_WOMEN: Final = """
adele adeline adriana adrienne agata agathe agnes aicha aida aimee aissatou albane alexandra alexia alice
alicia aline alison alix amandine amelia amelie amina aminata amira ana anais andrea andree angela angele
angelina angelique anissa anita anna annabelle anne annette annick annie antoinette apolline ariane arlette
armelle assia astrid aude audrey augustine aurelie aurore axelle barbara beatrice benedicte berengere
bernadette bernardine berthe betty bianca blanche brigitte camelia camille candice capucine carine carla
carmela carmen carole caroline cassandra catherine cathy cecile cecilia celeste celia celine chantal charlene
charlotte chiara chloe christel christelle christiane christina christine cindy claire clara clarisse
claudette claudia claudie claudine clea clemence clementine cleo clotilde colette coline concetta conchita
constance consuelo coralie corine corinne cynthia dalila daniela daniele danielle daphne deborah delphine
denise diana diane djamila dolores dominique dora doriane doris dorothee edith elena eleonore eliane elina
elisa elisabeth elise elizabeth elke ella elodie eloise elsa elvira emeline emilie emma emmanuelle emmy enora
estelle esther eugenie eva eve evelyne ewa fabienne fanny fanta farida fatiha fatima fatma fatoumata faustine
federica fernande flavie fleur flora flore florence floriane florine france franceline francesca francette
francine francoise frederique gabriella gabrielle gaelle genevieve georgette geraldine germaine gertrude
ghislaine gilberte gina ginette giovanna gisele giulia gladys gloria graziella gwenaelle gwendoline hafida
halima hanna hannah heidi helena helene heloise henriette hilda hortense houria huguette ida ilona imane ines
ingeborg ingrid irene irina iris isabel isabella isabelle jacqueline jade jamila jana janine jasmine jeanine
jeanne jeannette jeannine jennifer jenny jessica joanna jocelyne joelle johanna jose josee josephine josette
josiane judith julia juliana julie julienne juliette justine kadiatou karen karima karine katarzyna katia katy
kelly khadija khady kim kristina laetitia laila lamia lara laura laure laurence laurene lauriane laurie lea
leila lena leonie leonor leontine leslie lila liliane lilou lily lina linda line lisa lise lison loane lola
lorena lorraine lou louane louisa louise louna luce lucette lucia lucie lucienne lucile lucille lucrezia
ludivine lydia lydie lyna madeleine mae maelle maelys maeva magali magdalena maggy mahaut maia maissa malika
manon marceline marcelle margaux margot marguerite maria mariam mariama marianne marie marielle mariette
marilyne marina marine marion marise marjorie marlene marta marthe martina martine mary marylene maryline
maryse maryvonne mathilde maud mauricette maya megane melanie melina melissa melodie mercedes meriem michele
micheline michelle mina mireille mona monica monika monique morgane muriel murielle mylene myriam nabila
nadege nadia nadine naima nancy naomi natacha natalia nathalie nawel ndeye nelly nicole nina noelle noemie
nolwenn nora nour oceane odette odile olga olivia ombeline ophelie oriane paola pascale patricia paula paule
paulette pauline peggy penelope perrine petra pierrette pilar priscilla rachel rachida raissa raymonde rebecca
regine reine rejane renata renee rita roberta rolande romane romy rosa rosalie rose roseline roselyne rosine
roxane ruth sabina sabine sabrina sacha safia salima salma salome samantha samia samira sandra sandrine sara
sarah saskia segolene selena selma sephora severine sharon sidonie sigrid silvia simone sofia sofiane soizic
solange solene sonia sophia sophie soraya stella stephanie suzanne suzette suzy svetlana sylvaine sylvette
sylvia sylviane sylvie tania tatiana teresa tessa thais thea therese tiffany tiphaine ulrike valentina
valentine valerie vanessa vera veronique victoire victoria violaine violette virginie viviane wendy yael
yamina yasmina yasmine yolande yveline yvette yvonne zahra zelie zineb zoe zohra
"""

_MEN: Final = """
aaron abdallah abdel abdelaziz abdelkader abdellah abderrahmane abdou abdoul abdoulaye achille achraf adam
adama adel adil adolphe adrian adrien ahmed aime alain alan albert alberto aldo alessandro alessio alex
alexander alexandre alexis alfred ali alois alphonse amadou amaury amine amir anatole anders andre andreas
andrei andrew andy ange angelo anis anselme anthony antoine anton antonin antonio aristide armand armel arnaud
arthur aubin auguste augustin aurelien axel aymeric ayoub baptiste barnabe bart bartosz basile bastien
belkacem benjamin benoit bernard bernd bertrand bilal billy boris boubacar brahim brandon brian brice bruno
bryan calixte carl carlo carlos cedric celestin cesar charles charlie cheikh cherif christian christoph
christophe christopher claude claudio clement clovis colin come constant constantin corentin cyprien cyril
cyrille damien daniel daniele dany dario dave david denis desire didier diego dieter dimitri djamel djibril
dominik donatien donovan dorian dylan eddy edgar edgard edmond edouard edward elias elie eliott emanuele
emerick emile emilien emmanuel enzo eric erick erik ernest erwan esteban ethan etienne eugene evan fabian
fabien fabio fabrice fadi faouzi farid faustin felicien felix ferdinand fernand fernando ferran fethi filip
filipe flavien florent florentin florian fouad francesco francis francisco franck franco francois frank fred
frederic frederick fritz gabin gabriel gael gaetan gaspard gaston gauthier gautier geoffrey georg george
georges gerald gerard gerhard germain ghislain giacomo gianni gilbert gilles giorgio giovanni giuseppe gonzalo
gregoire gregory guido guilhem guillaume gustave guy gwenael habib hakim hamid hamidou hamza hans harold harry
hassan hector hedi heinz henri henry herbert herve hicham hippolyte hocine honore hubert hugo hugues hussein
ibrahim ibrahima idriss ignace igor ilan ilyes imad imed isaac ishak ismael ismail issa ivan jack jacky jacob
jacques jakub jalil jamal james jan janick jason javier jawad jean jeannot jens jeremie jeremy jerome jesus
jimmy joachim joan joao joaquim joaquin joel joey johan johann john johnny jonas jonathan jordan jordi jorg
jorge jorick joseph joshua josselin juan jules julian julien junior jurgen justin kamel karim karl kenza kevin
khaled khalid killian klaus krzysztof kylian lassana laszlo laurent lazare leandre leo leon leonard leonardo
leopold lilian lionel loic lorenzo loris louis loup luc luca lucas lucien ludovic luigi luis luka lukas mael
malik malo mamadou manuel marc marceau marcel marcello marcin marco marcus mario marius mark markus martial
martin mateo mathias mathieu mathis mathys matteo matthew matthias matthieu maurice max maxence maxime
maximilien mayeul mehdi melvin michael michal michel mickael miguel mikael mike milan milo miroslav mohamed
mohammed moise morgan mostafa mouhamed mouloud mourad moussa mustapha nabil nael nassim nathan nathanael
nicola nicolas niels nikita nils noah noe noel nolan norbert nordine noureddine octave olivier omar oscar
osman oswald othmane otto ousmane owen pablo paco paolo pascal patrice patrick paul paulin paulo pawel pedro
peter philibert philip philippe pierre pierrick pietro piotr quentin rachid radu rafael rainer ralph ramon
ramzi raoul raphael rayan raymond reda regis remi remy renato renaud rene reynald ricardo riccardo richard
robert roberto robin rodolphe rodrigo rodrigue roger roland romain roman romaric romeo romuald ronald ronan
ruben rudolf rudy ryan saad said salah salim salomon salvador salvatore sam sami samir samson samuel samy
sandro sascha sean sebastian sebastien selim serge sergei sergio severin sidney silvio simon slimane soren
souleiman souleymane stan stanislas stefan stefano stephan stephane steve steven sullivan sven sylvain
sylvestre tahar tanguy tarik teddy theo theodore theophile thibaud thibault thibaut thierry thomas tiago tibor
tim timeo timothe timothee titouan tobias tom tomas tomasz tommaso tommy toni tony toufik tristan ugo ulrich
ulysse urbain uwe valentin valere valery vasco victor vincent virgile vito vittorio vivien vladimir walter
werner wilfrid wilfried william willy wolfgang xavier yacine yanis yann yannick yannis yassine yoann yohan
yohann younes youri youssef yvan yves yvon zacharie zakaria zinedine zoltan
"""

_SURNAMES_TOO: Final = """
adam albert alexandre andre antoine arnaud aubin auguste augustin basile bastien benoit bernard bertrand
blanche brice bruno camille charles christian claude clement colin constant constantin daniel david denis didier
dominique edmond emile etienne eugene felix ferdinand florent francois gabriel gaspard gaston gauthier gautier george
georges gerard germain germaine gilbert gilles gregoire guillaume guy henri henry herve honore hubert hugo
hugues jacob jacques jean jerome jordan jose joseph jules julien laure laurent leo leon leonard louis luc
lucas marc marcel marie marion martial martin martine mathieu maurice max michel morgan nicolas noe noel
olivier oscar pascal patrice paul philippe pierre raymond remy renaud rene richard robert robin roger roland
roman rose sabine salomon samson samuel simon stephan sylvestre thibault thomas urbain valentin victor vincent
walter werner william xavier yvon
"""

_FIRST_NAMES: Final = frozenset((_WOMEN + _MEN).split())
_AMBIGUOUS: Final = frozenset(_SURNAMES_TOO.split())


def is_first_name(name: str) -> bool:
    """Tell whether a name, or the first part of a compound one (`Jean-Luc`), is a usual first name."""
    if name.isascii() and name.isalpha():
        return name.lower() in _FIRST_NAMES
    return fold(name).partition(" ")[0] in _FIRST_NAMES


def is_also_surname(name: str) -> bool:
    """Tell whether a usual first name is a usual surname as well (`Martin`, `Thomas`, `Bernard`)."""
    return fold(name).partition(" ")[0] in _AMBIGUOUS
