using System.Text;

namespace Overflight.Feeds;

/// <summary>The header of a delimited table: which columns there are and what they mean.</summary>
internal sealed class TableHeader
{
    private TableHeader(byte delimiter, string[] names)
    {
        Delimiter = delimiter;
        Names = names;
        IsOpenSky = names.Contains("icao24") && names.Contains("velocity") && (names.Contains("vertrate") || names.Contains("baroaltitude"));
        IsFlightradar = Has(names, "Timestamp") && Has(names, "UTC") && Has(names, "Position") && Has(names, "Callsign");
        Bindings = Array.ConvertAll(names, n => ColumnNames.Recognise(n, IsOpenSky));
    }

    public byte Delimiter { get; }

    public string[] Names { get; }

    public ColumnBinding[] Bindings { get; }

    public bool IsOpenSky { get; }

    public bool IsFlightradar { get; }

    public TrackFormat Format => IsOpenSky ? TrackFormat.OpenSkyCsv : IsFlightradar ? TrackFormat.FlightradarCsv : TrackFormat.DelimitedText;

    /// <summary>Whether any column says where, so that the text is meant as a table of positions.</summary>
    public bool HasPosition => Binds(ColumnRole.PositionPair) || (Binds(ColumnRole.Latitude) && Binds(ColumnRole.Longitude));

    public bool HasTime => Binds(ColumnRole.Time) || Binds(ColumnRole.PositionTime);

    /// <summary>Reads the first line of some text as a header; null where it has fewer than three columns.</summary>
    public static TableHeader? Read(ReadOnlySpan<byte> text, out int length)
    {
        length = 0;
        while (text[length..].StartsWith("#"u8))
        {
            var end = text[length..].IndexOf((byte)'\n');
            if (end < 0)
                return null;
            length += end + 1;
        }
        var line = text[length..];
        var lineEnd = line.IndexOf((byte)'\n');
        if (lineEnd >= 0)
            line = line[..(lineEnd + 1)];
        byte delimiter = 0;
        var most = 1;
        foreach (var candidate in ",\t;|"u8)
        {
            if (line.Count(candidate) > most)
                (most, delimiter) = (line.Count(candidate), candidate);
        }
        if (delimiter == 0 || line.Length > 1 << 16)
            return null;
        var cells = new List<Range>();
        DelimitedLine.Split(line, delimiter, cells, out var used, out _);
        length += used;
        var names = new string[cells.Count];
        for (var i = 0; i < names.Length; i++)
            names[i] = Encoding.UTF8.GetString(line[cells[i]]).Trim();
        return new TableHeader(delimiter, names);
    }

    /// <summary>How the columns were read, for a note.</summary>
    public string Describe()
    {
        var used = Names.Zip(Bindings).Where(c => c.Second.IsUsed)
            .Select(c => $"{Shown.Of(c.First)}: {c.Second.Role}{(c.Second.Unit.Length > 0 ? $" in {c.Second.Unit}" : "")}");
        return "columns recognised: " + string.Join("; ", used);
    }

    /// <summary>What is missing, which headers were seen and which names are known.</summary>
    public string Explain(ColumnRole missing)
    {
        // A table of something else may hold names of persons where a header would be.
        var shown = Array.Exists(Bindings, b => b.IsUsed) ? 40 : 6;
        var seen = string.Join(", ", Names.Take(shown).Select(Shown.Of)) + (Names.Length > shown ? ", …" : "");
        return $"no {missing.ToString().ToLowerInvariant()} column was found; headers seen: {seen}; names known: {ColumnNames.KnownFor(missing)} (any case; a unit may follow, as in altitude_m)";
    }

    /// <summary>What is missing first, or none.</summary>
    public ColumnRole Missing =>
        !HasPosition ? (Binds(ColumnRole.Latitude) ? ColumnRole.Longitude : ColumnRole.Latitude) : !HasTime ? ColumnRole.Time : ColumnRole.None;

    private bool Binds(ColumnRole role) => Array.Exists(Bindings, b => b.Role == role);

    private static bool Has(string[] names, string name) => Array.Exists(names, n => n.Equals(name, StringComparison.OrdinalIgnoreCase));
}
