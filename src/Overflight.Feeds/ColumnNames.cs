using System.Text;

namespace Overflight.Feeds;

/// <summary>Recognises columns by their names, whatever their case and punctuation, and units at the names' ends.</summary>
internal static class ColumnNames
{
    /// <summary>How many different time columns a table can have; the slot is the order of preference.</summary>
    public const int TimeSlots = 8;

    private static readonly Dictionary<string, ColumnBinding> s_known = Build();

    /// <summary>The names known for a role, for messages.</summary>
    public static string KnownFor(ColumnRole role) => string.Join(", ", s_known.Where(k => k.Value.Role == role).Select(k => k.Key));

    /// <summary>What a column is, by its name.</summary>
    /// <param name="name">The name as it stands in the file.</param>
    /// <param name="isOpenSky">Whether the table is OpenSky's, whose units are SI without saying so.</param>
    public static ColumnBinding Recognise(string name, bool isOpenSky = false)
    {
        var words = WordsOf(name);
        var joined = string.Concat(words);
        if (s_known.TryGetValue(joined, out var binding))
            return isOpenSky ? InSi(binding) : binding;
        for (var unitWords = 1; unitWords <= 2 && unitWords < words.Count; unitWords++)
        {
            var unit = string.Concat(words.Skip(words.Count - unitWords));
            var rest = string.Concat(words.Take(words.Count - unitWords));
            if (s_known.TryGetValue(rest, out binding) && Units.TryFind(binding.Role, unit, out var scale, out var inWords))
                return binding with { Scale = scale, Unit = inWords };
        }
        return ColumnBinding.None;
    }

    private static ColumnBinding InSi(ColumnBinding binding) => binding.Role switch
    {
        ColumnRole.BarometricAltitude or ColumnRole.GeometricAltitude => binding with { Scale = Units.FeetPerMetre, Unit = "metres" },
        ColumnRole.GroundSpeed => binding with { Scale = Units.KnotsPerMetrePerSecond, Unit = "m/s" },
        ColumnRole.VerticalRate => binding with { Scale = Units.FeetPerMinutePerMetrePerSecond, Unit = "m/s" },
        _ => binding,
    };

    private static List<string> WordsOf(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var isBoundary = !char.IsLetterOrDigit(name[i]) || (char.IsUpper(name[i]) && i > 0 && char.IsLower(name[i - 1]));
            if (isBoundary && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
            if (char.IsLetterOrDigit(name[i]))
                word.Append(char.ToLowerInvariant(name[i]));
        }
        if (word.Length > 0)
            words.Add(word.ToString());
        return words;
    }

    private static Dictionary<string, ColumnBinding> Build()
    {
        var known = new Dictionary<string, ColumnBinding>();
        void Add(ColumnRole role, string names, double scale = 1, string unit = "", int rank = 0)
        {
            foreach (var name in names.Split(' '))
                known[name] = new ColumnBinding(role, rank++, scale, unit);
        }

        // Whole instants are preferred over "time" and "date", which are often a part of one only.
        var slot = 0;
        foreach (var names in new[] { "pingtime pointtime fixtime positiondatetime", "datetime timestamputc", "timestamp ts posixtime unixtime epoch", "utc utctime timeutc", "time t", "snapshottime", "date dateutc utcdate day", "timeofday clock" })
        {
            foreach (var name in names.Split(' '))
                known[name] = new ColumnBinding(ColumnRole.Time, slot, 0);
            slot++;
        }
        Add(ColumnRole.PositionTime, "lastposition lastposupdate timeposition lastpositionupdate", 0);
        Add(ColumnRole.Address, "icao24 icao hex adshex icaoaddress modes modeshex hexident address icao24address");
        Add(ColumnRole.Callsign, "callsign flight flightnumber ident call");
        Add(ColumnRole.Registration, "registration reg tail tailnumber nnumber");
        Add(ColumnRole.TypeDesignator, "typecode icaotype aircrafttype actype model type");
        Add(ColumnRole.Description, "desc description operator ownop owner");
        Add(ColumnRole.Name, "trackid trackname name id");
        Add(ColumnRole.Latitude, "latitude lat y latdeg", unit: "degrees");
        Add(ColumnRole.Longitude, "longitude lon lng long x londeg", unit: "degrees");
        Add(ColumnRole.PositionPair, "position latlon latlng");
        Add(ColumnRole.BarometricAltitude, "baroaltitude altbaro altitudebaro barometricaltitude pressurealtitude altitude alt", unit: "feet");
        Add(ColumnRole.GeometricAltitude, "geoaltitude altgeom geomaltitude altitudegeo geometricaltitude gpsaltitude altgnss altgeo hae elevation ele", unit: "feet");
        Add(ColumnRole.GroundSpeed, "groundspeed gs speed spd", unit: "knots");
        Add(ColumnRole.GroundSpeed, "velocity", Units.KnotsPerMetrePerSecond, "m/s", 9);
        Add(ColumnRole.TrackAngle, "track truetrack course cog direction heading", unit: "degrees");
        Add(ColumnRole.VerticalRate, "verticalrate baroverticalrate barorate vrate roc vs verticalspeed geomrate", unit: "ft/min");
        Add(ColumnRole.VerticalRate, "vertrate", Units.FeetPerMinutePerMetrePerSecond, "m/s", 9);
        Add(ColumnRole.OnGround, "onground ground isonground gnd");
        Add(ColumnRole.Nic, "nic");
        Add(ColumnRole.ContainmentMetres, "rc containmentradius");
        Add(ColumnRole.NacP, "nacp");
        Add(ColumnRole.Sil, "sil");
        Add(ColumnRole.AccuracyMetres, "accuracy horizontalaccuracy hacc epu");
        Add(ColumnRole.Source, "source positionsource sourcetype");
        Add(ColumnRole.Squawk, "squawk squawkcode transpondercode modea modeacode ssr ssrcode");
        return known;
    }
}
