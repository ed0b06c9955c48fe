enum UnitedStates {
    static let firstNames = wordList(
        """
        Aaron Abigail Adam Alan Alexander Alice Allison Amanda Amber Amy Andrea Andrew Angela Anna Anthony Ashley
        Austin Barbara Benjamin Beth Betty Brandon Brenda Brian Caleb Carl Carol Caroline Catherine Charles Charlotte
        Cheryl Chloe Chris Christine Claire Connor Cynthia Daniel David Deborah Denise Dennis Diana Donald Dorothy
        Douglas Dylan Edward Eleanor Elizabeth Ella Emily Emma Eric Ethan Eugene Evan Evelyn Faith Frances Frank Gabriel
        Gary George Gerald Grace Gregory Hannah Harold Harper Heather Helen Henry Howard Ian Isaac Jack Jacob James
        Janet Jason Jean Jeffrey Jennifer Jeremy Jesse Jessica Joan Joe Joel John Jordan Joseph Joshua Joyce Judith
        Julia Julian Justin Karen Katherine Keith Kelly Kenneth Kevin Kimberly Kyle Larry Laura Lauren Leah Lily Linda
        Lisa Logan Louis Lucy Luke Madison Margaret Maria Mark Martha Martin Mary Mason Matthew Megan Melissa Michael
        Michelle Mia Mila Nancy Natalie Nathan Nicholas Nicole Noah Nora Oliver Olivia Owen Pamela Patricia Patrick Paul
        Peter Philip Rachel Ralph Raymond Rebecca Richard Robert Roger Ronald Rose Roy Russell Ruth Ryan Samantha Samuel
        Sandra Sara Scott Sean Sharon Shirley Sophia Stella Stephen Steven Susan Teresa Terry Thomas Timothy Tyler
        Victoria Vincent Violet Virginia Walter Wayne William Willie Wyatt Zachary Zoe
        """
    )

    static let lastNames = wordList(
        """
        Adams Alexander Allen Anderson Armstrong Bailey Baker Barnes Bell Bennett Bishop Black Boyd Bradley Brooks Brown
        Bryant Burke Burns Butler Campbell Carpenter Carter Chapman Clark Cole Coleman Collins Cook Cooper Cox Crawford
        Cruz Cunningham Daniels Davis Dean Dixon Duncan Dunn Edwards Elliott Ellis Evans Ferguson Fisher Fletcher Ford
        Foster Fox Freeman Fuller Garcia Gardner Gibson Gomez Gonzalez Gordon Graham Grant Gray Green Griffin Hall
        Hamilton Hansen Harper Harris Harrison Hart Harvey Hawkins Hayes Henderson Henry Hicks Hill Holmes Howard Hudson
        Hughes Hunt Hunter Jackson Jacobs James Jenkins Jensen Johnson Jones Jordan Kelley Kelly Kennedy King Knight
        Lane Larson Lawrence Lawson Lee Lewis Long Lopez Lynch Marshall Martin Martinez Mason Matthews McCoy McDonald
        Meyer Miller Mills Mitchell Montgomery Moore Morgan Morris Morrison Murphy Murray Myers Nelson Newman Nguyen
        Nichols O'Brien Oliver Olson Ortiz Owens Palmer Parker Patterson Payne Perez Perkins Perry Peters Phillips
        Pierce Porter Powell Price Ramirez Ray Reed Reyes Reynolds Rice Richards Riley Rivera Roberts Robinson Rogers
        Rose Ross Russell Ryan Sanchez Sanders Schmidt Scott Shaw Simmons Simpson Sims Smith Snyder Spencer Stanley
        Stephens Stevens Stewart Stone Sullivan Taylor Thomas Thompson Torres Tucker Turner Wagner Walker Wallace Ward
        Warren Washington Watson Weaver Webb Welch Wells West Wheeler White Williams Willis Wilson Wood Woods Wright
        Young
        """
    )

    static let words = wordList(
        """
        about after air all apple around away back bank bed before best big bird black blue boat book bread bright
        bring brown by call carry change city clean clear close cloud coat cold come corner country cup day deep door
        down dream drink dry early earth easy end evening every eye face fair fall family far fast field fine fire
        first fish floor flower follow food foot forest forward four fresh friend front garden give glass go gold good
        grass great green ground grow half hand happy hard head hear high hill home hope horse house ice idea iron
        island job keep kind lake land large last late leaf learn left letter light line little live long look low
        make many map market meet milk money moon more morning mountain move music near new night north old open over
        page paper park part path place plain plant play point rain read red rest rice river road room round sand sea
        second seed ship short side sky slow small snow soft some song south spring star stone story street strong
        summer sun sweet table tall ten time tree under up voice walk wall warm water way west wind window winter wood
        word work year
        """
    )

    static let states = [
        "AK": "Alaska", "AL": "Alabama", "AR": "Arkansas", "AZ": "Arizona", "CA": "California", "CO": "Colorado",
        "CT": "Connecticut", "DC": "District of Columbia", "DE": "Delaware", "FL": "Florida", "GA": "Georgia",
        "HI": "Hawaii", "IA": "Iowa", "ID": "Idaho", "IL": "Illinois", "IN": "Indiana", "KS": "Kansas",
        "KY": "Kentucky", "LA": "Louisiana", "MA": "Massachusetts", "MD": "Maryland", "ME": "Maine", "MI": "Michigan",
        "MN": "Minnesota", "MO": "Missouri", "MS": "Mississippi", "MT": "Montana", "NC": "North Carolina",
        "ND": "North Dakota", "NE": "Nebraska", "NH": "New Hampshire", "NJ": "New Jersey", "NM": "New Mexico",
        "NV": "Nevada", "NY": "New York", "OH": "Ohio", "OK": "Oklahoma", "OR": "Oregon", "PA": "Pennsylvania",
        "RI": "Rhode Island", "SC": "South Carolina", "SD": "South Dakota", "TN": "Tennessee", "TX": "Texas",
        "UT": "Utah", "VA": "Virginia", "VT": "Vermont", "WA": "Washington", "WI": "Wisconsin",
        "WV": "West Virginia", "WY": "Wyoming",
    ]

    static let cities = [
        City("New York", "NY", "212", 8804), City("Los Angeles", "CA", "213", 3899), City("Chicago", "IL", "312", 2746),
        City("Houston", "TX", "713", 2305), City("Phoenix", "AZ", "602", 1608), City("Philadelphia", "PA", "215", 1604),
        City("San Antonio", "TX", "210", 1435), City("San Diego", "CA", "619", 1387), City("Dallas", "TX", "214", 1304),
        City("San Jose", "CA", "408", 1013), City("Austin", "TX", "512", 962), City("Jacksonville", "FL", "904", 950),
        City("Columbus", "OH", "614", 906), City("Indianapolis", "IN", "317", 888), City("Charlotte", "NC", "704", 875),
        City("San Francisco", "CA", "415", 874), City("Seattle", "WA", "206", 737), City("Denver", "CO", "303", 716),
        City("Washington", "DC", "202", 690), City("Nashville", "TN", "615", 690),
        City("Oklahoma City", "OK", "405", 681), City("Boston", "MA", "617", 676), City("Portland", "OR", "503", 653),
        City("Las Vegas", "NV", "702", 642), City("Detroit", "MI", "313", 639), City("Memphis", "TN", "901", 633),
        City("Louisville", "KY", "502", 633), City("Baltimore", "MD", "410", 586),
        City("Milwaukee", "WI", "414", 577), City("Albuquerque", "NM", "505", 565), City("Fresno", "CA", "559", 542),
        City("Sacramento", "CA", "916", 525), City("Kansas City", "MO", "816", 508), City("Atlanta", "GA", "404", 499),
        City("Omaha", "NE", "402", 486), City("Raleigh", "NC", "919", 468), City("Miami", "FL", "305", 442),
        City("Minneapolis", "MN", "612", 430), City("Tulsa", "OK", "918", 413), City("New Orleans", "LA", "504", 384),
        City("Wichita", "KS", "316", 398), City("Cleveland", "OH", "216", 373), City("Honolulu", "HI", "808", 351),
        City("Anchorage", "AK", "907", 291), City("Boise", "ID", "208", 236), City("Salt Lake City", "UT", "801", 200),
    ]
}
