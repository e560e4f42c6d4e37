namespace Overflight.Designations.Tests.Search;

/// <summary>Invented names of companies, associations, ships and places of business that nobody has on a list.</summary>
internal static class OrdinaryNames
{
    public static readonly string[] All =
    [
        "Harbor Light Bakery LLC", "Sunrise Software Consulting Ltd", "Northern Lights Trading Company", "Blue Heron Veterinary Clinic", "Oak and Elm Furniture Co.", "Pinewood Elementary School",
        "Maple Street Dental Group", "Quickstep Dance Studio", "Riverbend Organic Farms", "Clearwater Plumbing Services", "Silver Birch Accounting LLP", "Golden Gate Bicycle Repair", "Summit Ridge Climbing Gym",
        "Copper Kettle Restaurant Group", "Willow Creek Animal Hospital", "Meadowlark Music Academy", "Bright Horizons Tutoring Inc.", "Stonebridge Landscape Architects", "Evergreen Window Cleaning", "Lakeside Printing and Design",
        "Tanaka Garden Tools K.K.", "Schneider & Sohn Orgelbau GmbH", "Boulangerie du Vieux Moulin SARL", "Panaderia La Espiga Dorada S.A. de C.V.", "Ferreteria Los Tres Hermanos", "Clinica Dental Sonrisas S.L.", "Taller Mecanico El Tornillo",
        "Escuela de Musica Santa Cecilia", "Cooperativa Lechera del Valle Verde", "Transportes Rapidos del Bajio S.A.", "Constructora Puente Nuevo S.A.S.", "Autobuses Sierra Alta", "Viveros Flor de Mayo", "Libreria El Faro de Papel",
        "Papeleria y Copias Universidad", "Farmacia San Rafael Arcangel", "Muebles Rusticos de Tlaquepaque", "Agencia de Viajes Horizonte Azul", "Cerveceria Artesanal Dos Volcanes", "Hotel Mirador de la Barranca",
        "Kowalski Wood Products Sp. z o.o.", "Nordic Herring Export AS", "Fjordland Sailmakers AB", "Van der Berg Tulip Bulbs B.V.", "Rossi Ceramiche Artistiche S.p.A.", "Officine Meccaniche Bellavista SRL", "Trattoria Nonna Peppina",
        "Papadopoulos Olive Press O.E.", "Balkan Honey Collective d.o.o.", "Tisza Valley Paprika Kft.", "Bohemian Crystal Workshop s.r.o.", "Anatolian Carpet Weavers Cooperative", "Levant Spice Merchants", "Nile Delta Cotton Spinners",
        "Casablanca Tile Works SARL", "Kilimanjaro Coffee Growers Union", "Serengeti Balloon Safaris Ltd", "Table Mountain Vineyards (Pty) Ltd", "Ganges River Textiles Pvt Ltd", "Himalayan Tea Blenders Private Limited", "Mekong Rice Exporters Co., Ltd.",
        "Penang Noodle House Sdn Bhd", "Jakarta Batik Designers PT", "Manila Bay Boatbuilders Inc.", "Sapporo Snow Sculpture Association", "Busan Fishing Nets Co Ltd", "Great Barrier Diving School Pty Ltd", "Waikato Sheep Shearers Ltd",
        "Patagonia Wool Spinning S.A.", "Andes Quinoa Farmers Federation", "Pampas Leather Saddlery SRL", "Amazon Canopy Research Station", "Caribbean Reef Watch", "Yukon Sled Dog Club", "Prairie Wind Turbine Maintenance Corp.",
        "Saint Lawrence Maple Syrup Producers", "Gulf Coast Shrimp Festival Committee", "Rio Grande Birdwatchers Society", "Chesapeake Oyster Gardeners", "Ozark Fiddle Makers Guild", "Mojave Stargazing Tours", "Cascadia Mushroom Foragers",
        "Aurora Borealis Knitting Circle", "First Presbyterian Church of Elmhurst", "Elmhurst Public Library Foundation", "County Road Maintenance District 4", "Municipal Swimming Pool Authority", "Regional Blood Donation Centre",
        "Association of Amateur Beekeepers", "International Society of Clock Restorers", "Federation of Model Railway Clubs", "General Hospital Volunteers", "Union of Street Photographers", "Institute for Medieval Cookery", "Bank of Willow Springs",
        "Second National Bakery Supply Corporation", "Pacific Rim Kite Flyers", "Atlantic Lighthouse Keepers Trust", "Skyline Drone Photography", "AgriScan Crop Survey Services", "Terra Mapping Cooperative", "Coastal Erosion Survey Partners",
        "Lantern Flight Operations", "Meridian Air Surveyors", "Condor Paragliding School", "Quetzal Aviation Museum", "MV Gentle Breeze", "MV Polly Anna", "Motor Yacht Sea Biscuit", "Tug Little Hercules",
    ];
}
