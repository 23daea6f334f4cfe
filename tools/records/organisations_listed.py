"""The organisations: what each answers, its other names, where it is, and the page that says so."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One organisation as we describe it; `source` is the page behind its place, region and website."""

    id: str
    name: str
    kind: str
    answers: tuple[str, ...]
    source: str
    as_of: str = ""
    synonyms: tuple[str, ...] = ()
    place: str = ""
    region: str = ""
    website: str = ""


TECHOOST = "https://techoost.nl/wie-zijn-we/"
TYF = "https://techoost.nl/nieuwsberichten/technologisch-talent-aantrekken-ontwikkelen-en-behouden/"
REGIO8 = "https://www.regio8.nl/nieuws/tien-jaar-civon-in-ulft-dit-is-echt-het-hart-van-de-innovatie"
DUO = "https://duo.nl/open_onderwijsdata/"
DESK = "https://www.leerwerkloket.nl/about-us"
CATALOGUE = (
    "https://www.innofood.org/topopleidingen_werken_samen_in_praktijkcentrum_procestechniek_oost-nederland/"
)

PARTNERSHIPS = (
    Entry("techoost", "TechOost", "partnership",
          ("samenwerking van vijf pps'en in Oost-Nederland", "Smart Industry", "Nationaal Groeifonds", "actielijnen",
           "leven lang ontwikkelen in de techniek"),
          TECHOOST, synonyms=("Tech Oost", "Collectieve Impulsagenda Smart Industry"), region="Oost-Nederland",
          website="https://techoost.nl/"),
    Entry("techyourfuture", "TechYourFuture", "partnership",
          ("onderzoek naar technologisch talent", "goed werkgeverschap in de techniek", "Carriere Kompas", "Mind the Gap"),
          TYF, synonyms=("TYF", "Tech Your Future", "Centre of Expertise TechYourFuture"), region="Oost-Nederland",
          website="https://www.techyourfuture.nl/"),
    Entry("techforfuture", "TechForFuture", "partnership",
          ("onderzoek in hightech maakbedrijven", "HTSM", "studenten die onderzoek doen bij mkb-bedrijven"),
          "https://techforfuture.nl/innovatie-is-niet-een-nog-nieuwere-machine-kopen/",
          synonyms=("TFF", "Tech For Future", "Centre of Expertise HTSM Oost"), region="Oost-Nederland",
          website="https://techforfuture.nl/"),
    Entry("civon", "CIVON Innovatiecentrum", "partnership",
          ("bedrijfsprojecten met mbo-studenten", "innovatie in de Achterhoek", "Smart Industry in het mbo"),
          REGIO8, "2024", ("CIVON", "Centrum voor Innovatief Vakmanschap Oost-Nederland", "ICER", "Afbramerij"),
          "Ulft", "Achterhoek"),
    Entry("techwise-twente", "TechWise Twente", "partnership",
          ("mechatronica", "robotica en vision", "engineering", "productietechnologie", "mbo en bedrijven in Twente"),
          "https://techniekpact.nl/cases/techwise-twente-centrum-voor-innovatief-vakmanschap",
          synonyms=("TechWise", "Techwise Twente", "Scale-up Techwise"), region="Twente"),
    Entry("process-your-future", "Process Your Future (PCPT-Oost)", "partnership",
          ("procestechniek", "procesoperator worden", "foodtechniek", "House of Skills Almelo"),
          "https://processyourfuture.nl/over-ons/",
          synonyms=("PCPT-Oost", "PCPT", "Praktijkcentrum Procestechnologie Oost-Nederland", "Process Your Future"),
          region="Overijssel, Achterhoek en Stedendriehoek", website="https://processyourfuture.nl/"),
    Entry("boost", "BOOST Smart Industry Hub Oost", "partnership",
          ("Smart Industry", "digitalisering van maakbedrijven", "EDIH", "test before invest"),
          "https://thinkeast.nl/blog/2022/07/05/european-commission-approves-nationwide-network-of-european-digital-innovation-hubs/",
          "2022-07-05", ("BOOST", "EDIH BOOST Robotics EastNL", "Smart Industry hub Oost"), region="Oost-Nederland"),
    Entry("techniekpact-twente", "Techniekpact Twente", "partnership",
          ("instroom in technische opleidingen in Twente", "doelen voor techniek in 2020"),
          "https://techniekpacttwente.nl/nl/nieuwe-fase-voor-techniekpact-twente/", "2020-12-17", region="Twente"),
    Entry("techniekpact-zwolle", "Techniekpact Regio Zwolle", "partnership",
          ("instroom in technische opleidingen in Regio Zwolle",), "https://techniekpact.nl/landsdelen/oost/zwolle",
          region="Regio Zwolle"),
    Entry("twente-board", "Twente Board", "partnership",
          ("Regio Deal Twente", "arbeidsmarkt en talent in Twente"),
          "https://twente.com/twente-board/een-nieuwe-fase-voor-techniekpact-twente", "ca. 2020-12",
          ("Twente Board Development",), region="Twente"),
    Entry("chiptech-twente", "ChipTech Talent Twente", "partnership",
          ("opleidingen voor de chipsector", "Project Beethoven in Twente"),
          "https://www.utwente.nl/en/news/2025/6/358060/working-visit-by-minister-bruins-of-education-to-twente",
          "2025-06", ("Project Beethoven Twente", "ChipTech Twente"), region="Twente"),
)  # fmt: skip

SCHOOLS = (
    Entry("roc-van-twente", "ROC van Twente", "school", ("mbo in Twente", "toelating mbo", "BOL en BBL"),
          "https://www.rocvantwente.nl/over-ons/nieuws/2020/07/subsidie-van-2-3-miljoen-geeft-boost-aan-technisch-mbo-onderwijs-in-twente.html",
          "2020-07-07", ("ROC Twente", "ROCvT"), region="Twente", website="https://www.rocvantwente.nl/"),
    Entry("deltion-college", "Deltion College", "school", ("mbo in Zwolle", "technieklocatie LUX038", "BOL en BBL"),
          "https://www.consortiumbo.nl/nsl-nieuws/scholen-aan-het-woord-%7C--deltion-college-%E2%80%93--met-johan-de-graaf",
          "2025-11-24", ("Deltion",), "Zwolle"),
    Entry("aventus", "Aventus", "school", ("mbo rond Apeldoorn", "entree", "toelating mbo"),
          "https://www.aventus.nl/jongeren/toelatingseisen", "2021", ("ROC Aventus",),
          website="https://www.aventus.nl/"),
    Entry("graafschap-college", "Graafschap College", "school", ("mbo in de Achterhoek", "technisch lyceum", "CIVON"),
          "https://graafschapcollege.nl/technisch-lyceum-biedt-flexibel-techniekonderwijs-op-maat/", "2022-03-30",
          ("Graafschap",), region="Achterhoek", website="https://graafschapcollege.nl/"),
    Entry("rijn-ijssel", "Rijn IJssel", "school", ("mbo in Arnhem",), "https://zlibrary.cc/dl/oer-amc-centre", "2011-08-01",
          ("Rijn IJssel College",), "Arnhem"),
    Entry("zone-college", "Zone.college", "school", ("groen mbo en vmbo", "voeding", "procestechniek"), CATALOGUE,
          "2014-12-19", ("Zone", "AOC Oost")),
    Entry("landstede", "Landstede", "school", ("mbo in Regio Zwolle",), "", "", ("Landstede MBO",)),
    Entry("alfa-college", "Alfa-college", "school", ("mbo in Hardenberg", "Regionaal Techniek Centrum", "ICT Connecting"),
          "https://www.destentor.nl/hardenberg/een-frisse-blik-voor-het-alfa-college-directeur-geeft-stokje-over~ae0c481e/",
          "2018-09", ("Alfa College", "RTC Hardenberg"), "Hardenberg"),
    Entry("aeres-mbo", "Aeres mbo", "school", ("groen mbo", "Food Academy Nijkerk"),
          "https://foodacademynijkerk.nl/jacoline-middelkoop/", "2021", ("Food Academy Nijkerk",), "Nijkerk", "Gelderland"),
    Entry("mbo-utrecht", "MBO Utrecht", "school", ("mbo in Utrecht",),
          "https://mboutrecht.sqill.it/reports/e5cf7993-1bb2-4e9c-ae3e-fe4d930b6728/html", "2025-05-12"),
    Entry("saxion", "Saxion", "school", ("hbo-bachelors, masters en Ad's", "penvoerder van TechOost", "studiekeuzecheck",
                                        "deeltijd: Saxion Parttime School"),
          "https://www.nord.no/en/student/outgoing-exchange/exchange-opportunities/in-europe/netherlands/saxion-university-of-applied-science",
          "", ("Hogeschool Saxion", "Saxion Hogeschool", "Saxion University of Applied Sciences", "Saxion Parttime School"),
          "Enschede", "Enschede, Deventer en Apeldoorn"),
    Entry("windesheim", "Windesheim", "school", ("hbo-bachelors, masters en Ad's", "21+-toelating", "doorstroomprogramma techniek"),
          "https://www.windesheim.nl/jongeren/toelating", "",
          ("Hogeschool Windesheim", "Christelijke Hogeschool Windesheim"), "Zwolle", "Zwolle en Almere",
          "https://www.windesheim.nl/"),
    Entry("han", "HAN", "school", ("hbo-bachelors, masters en Ad's", "deeltijd in modules"),
          DUO, "2024",
          ("Hogeschool van Arnhem en Nijmegen", "HAN University of Applied Sciences"), "Arnhem", "Arnhem en Nijmegen"),
    Entry("christelijke-hogeschool-ede", "Christelijke Hogeschool Ede", "school", ("hbo-ict en Ad in Ede",), DUO, "2024",
          ("CHE",), "Ede", "Gelderland"),
    Entry("nhl-stenden", "NHL Stenden", "school", ("hbo in Emmen",), DUO, "2024", ("NHL Stenden Hogeschool", "Stenden"), "Emmen",
          "Drenthe"),
    Entry("hanzehogeschool", "Hanzehogeschool Groningen", "school", ("hbo in Assen",), DUO, "2024", ("Hanze", "Hanze Hogeschool"),
          "Assen", "Drenthe"),
    Entry("aeres-hogeschool", "Aeres Hogeschool", "school", ("groen hbo in Almere, Dronten en Wageningen",), DUO, "2024",
          ("Aeres",), "Almere", "Flevoland"),
    Entry("van-hall-larenstein", "Hogeschool Van Hall Larenstein", "school", ("groen hbo in Velp", "watermanagement", "voeding"),
          DUO, "2024", ("VHL", "Van Hall Larenstein"), "Rheden", "Gelderland"),
    Entry("universiteit-twente", "Universiteit Twente", "school",
          ("wo-bachelors en masters", "pre-master", "colloquium doctum", "toelating met Duits Abitur"),
          "https://www.utwente.nl/en/education/bachelor/how-to-apply/colloquium-doctum/", "",
          ("UT", "University of Twente", "University College Twente"), "Enschede", "Twente", "https://www.utwente.nl/"),
    Entry("open-universiteit", "Open Universiteit", "school", ("studeren zonder vooropleiding vanaf 18 jaar",),
          "https://wetten.overheid.nl/BWBR0005682", "2017-05", ("OU",)),
    Entry("hogeschool-van-amsterdam", "Hogeschool van Amsterdam", "school", ("omscholing naar ICT: Make IT Work",),
          "https://www.nhnieuws.nl/nieuws/227149/omscholingsproject-hva-bestempeld-als-modelproject", "2018-06-29", ("HvA",)),
    Entry("grensland-college", "Grensland College", "school", ("deeltijd-Ad's in Winterswijk",),
          "https://deachterhoeksecourant.nl/grensland-college-tweejarig-praktijkgericht-hbo-onderwijs-in-de-achterhoek/", "",
          (), "Winterswijk", "Achterhoek"),
    Entry("boswell-beta", "Boswell-Beta", "school", ("deficientievakken zoals wiskunde B",),
          "https://www.nrc.nl/nieuws/2019/07/17/even-in-de-zomer-wiskunde-bijspijkeren-a3967438", "2019-07"),
    Entry("stodt", "STODT", "company school", ("verspanen en meten", "bedrijfsopleidingen"),
          "https://www.westerwoldeactueel.nl/2023/11/14/samenwerking-creeert-een-naadloze-leerweg-voor-verspanend-talent-in-emmen/",
          "2023-11-14", ("Stichting STODT",), "Hengelo"),
    Entry("smeot", "SMEOT", "company school", ("metaal en elektro", "praktijkdeel van mbo-opleidingen"),
          "https://rmprecision.nl/en/education-mobile-en/educational-partners-mobile-en/smeot-mobile-en", "", (), "Hengelo"),
    Entry("remo-west-twente", "REMO West-Twente", "company school", ("BBL in installatie, elektro, metaal en mechatronica",),
          "https://www.sterktechniekonderwijs.nl/regio/twente/nieuws/het-praktische-opleidingssucces-van-remo-west-twente", "",
          ("REMO",), "Rijssen", "Twente"),
    Entry("vapro", "VAPRO", "company school", ("opleidingsmodel voor procesoperators", "VAPRO-branchediploma"),
          "https://www.vapro.nl/opleiding/opleidingsmodel/", "2016-2017", (), website="https://www.vapro.nl/"),
    Entry("breman", "Breman", "company school", ("interne monteursopleiding: Breman Academy",),
          "https://www.volkskrant.nl/economie/warmtepompen-laadpalen-windmolens-de-energietransitie-schreeuwt-om-mensen~be31debe/",
          "2022-02", ("Breman Academy",), "Zwolle"),
    Entry("installatiewerk", "Installatiewerk (IW)", "company school", ("mbo-certificaat hybride warmtepompen",),
          "https://www.nationalebouwgids.nl/woningbouw/woningbouw/articles/11212-minister-de-jonge-reikt-eerste-deelcertificaten-uit-aan-warmtepompmonteurs.amp",
          "2022-11", ("IW",)),
    Entry("hsdehaan-trainingen", "HSdeHaan Trainingen", "company school", ("NEN 9140",),
          "https://hsdehaantrainingen.nl/Toetsing/"),
)  # fmt: skip

DESKS = (
    Entry("leerwerkloket", "Leerwerkloket", "desk", ("gratis en onafhankelijk advies over leren en werken", "omscholen", "scholingsgeld"),
          DESK, "", ("Leerwerkloketten", "Leren en Werken"), region="elke arbeidsmarktregio", website="https://www.leerwerkloket.nl/"),
    Entry("leerwerkloket-twente", "Leerwerkloket Twente", "desk", ("loopbaanadvies in Twente", "omscholen in Twente"),
          "https://twente.lerenenwerken.nl/leerwerkloket-twente-staat-stevig-op-de-kaart", "ca. 2017", region="Twente",
          website="https://twente.lerenenwerken.nl/"),
    Entry("leerwerkloket-stedenvierkant", "Leerwerkloket Stedenvierkant", "desk",
          ("advies rond Apeldoorn, Deventer en Zutphen", "Ontwikkelfonds Cleantech Regio"),
          "https://symbus.nl/ontwikkelfonds-cleantech-regio-is-van-start/", "ca. 2021", region="Stedendriehoek"),
    Entry("duo", "DUO", "authority", ("studiefinanciering", "levenlanglerenkrediet", "lesgeld", "collegegeld", "diploma's"),
          "https://duo.nl/particulier/levenlanglerenkrediet/", "2024", ("Dienst Uitvoering Onderwijs",), website="https://duo.nl/"),
    Entry("uwv", "UWV", "authority", ("opleiding met een WW-uitkering", "krapteberoepen", "kansberoepen"),
          "https://www.cnvconnectief.nl/nieuws/scholing-volgen-zonder-toestemming-een-strikvraag-van-uwv/"),
    Entry("rvo", "RVO", "authority", ("subsidie praktijkleren", "subsidies voor bedrijven", "MKB!dee"),
          "https://ondernemersklankbord.nl/?p=3954", "2025-12-04", ("Rijksdienst voor Ondernemend Nederland",)),
    Entry("sbb", "Samenwerkingsorganisatie Beroepsonderwijs Bedrijfsleven", "authority", ("kwalificaties in het mbo", "erkende leerbedrijven"),
          "https://wetten.overheid.nl/BWBR0007625", "2017-05", ("SBB",)),
    Entry("nlqf", "Nationaal Coordinatiepunt NLQF", "authority", ("niveaus van opleidingen", "NLQF en EQF"),
          "https://nlqf.nl/daarom-nlqf/het-nlqf", "", ("NLQF",), website="https://nlqf.nl/"),
    Entry("studielink", "Studielink", "authority", ("aanmelden voor hbo en universiteit",),
          "https://www.utwente.nl/en/education/student-services/admission/faq-admission/"),
    Entry("provincie-overijssel", "Provincie Overijssel", "authority", ("arbeidsmarktbeleid in Overijssel", "1.000-kansenplan", "HRM-MKB-regeling"),
          "https://overijssel.jaarverslag-2018.nl/p26989/5-2-2-grensoverschrijdende-arbeidsmobiliteit", "2018", ("Overijssel",),
          region="Overijssel"),
    Entry("gemeente-enschede", "Gemeente Enschede", "authority", ("uitvoering van het Twents Fonds voor Vakmanschap",),
          "https://www.ikbindr.nl/zakelijk/verhalen/alle-twentse-gemeenten-steunen-tfvv", "", (), "Enschede", "Twente"),
    Entry("twents-fonds-voor-vakmanschap", "Twents Fonds voor Vakmanschap", "fund", ("geld voor omscholing tot en met mbo-4 in Twente",),
          "https://www.ser.nl/nl/thema/leven-lang-ontwikkelen/samenwerking-in-ontwikkeling/twents-fonds-vakmanschap", "",
          ("TFvV", "TFVV", "Twents Fonds"), region="Twente"),
    Entry("ontwikkelfonds-regio-zwolle", "Ontwikkelfonds Regio Zwolle", "fund", ("geld voor scholing in Regio Zwolle",),
          "https://www.upgradejezelfregiozwolle.nl/ontwikkelfondsverordening", "ca. 2021", ("Upgrade jezelf",), region="Regio Zwolle",
          website="https://www.upgradejezelfregiozwolle.nl/"),
    Entry("oom", "OOM", "fund", ("leerwerkbijdrage in de metaalbewerking", "stagebijdrage"),
          "https://www.bouwenmetstaal.nl/nieuws/meer-geld-voor-leerwerk-en-stage-in-het-mkb-metaal", "2023-05-30",
          ("O&O-fonds metaalbewerking", "Opleidings- en Ontwikkelingsfonds Metaalbewerking")),
    Entry("wij-techniek", "Wij Techniek", "fund", ("opleidingen in de installatietechniek", "Vakpaspoort"),
          "https://www.wij-techniek.nl/nieuws/subsidie-bzk-geeft-energietransitie-een-boost/", "2023-10", (),
          website="https://www.wij-techniek.nl/"),
)  # fmt: skip
