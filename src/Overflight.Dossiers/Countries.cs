using System.Collections.Frozen;

namespace Overflight.Dossiers;

/// <summary>English names of States and territories by ISO 3166 alpha-3 code, as a sentence uses them.</summary>
public static class Countries
{
    private readonly record struct Entry(string Name, string Adjective);

    private static readonly FrozenDictionary<string, Entry> Entries = Read();

    /// <summary>The name, with its article: "Mexico", "the United States"; the code or zone name itself where it is not known.</summary>
    public static string Name(string code) => Entries.TryGetValue(code, out var entry) ? entry.Name : Wording.Clean(code);

    /// <summary>The name as a heading or a label uses it, without article: "United States".</summary>
    public static string Label(string code)
    {
        var name = Name(code);
        return name.StartsWith("the ", StringComparison.Ordinal) ? name[4..] : name;
    }

    /// <summary>The airspace in words: "Mexican airspace", "the airspace of Belize"; "the zone X" where the code is not a State's.</summary>
    public static string Airspace(string code) =>
        !Entries.TryGetValue(code, out var entry) ? $"the zone {Wording.Clean(code)}"
        : entry.Adjective.Length > 0 ? $"{entry.Adjective} airspace"
        : $"the airspace of {entry.Name}";

    /// <summary>Whether a code is in the table.</summary>
    public static bool IsKnown(string code) => Entries.ContainsKey(code);

    private static FrozenDictionary<string, Entry> Read()
    {
        var entries = new Dictionary<string, Entry>(StringComparer.Ordinal);
        foreach (var line in Resource.Text("countries.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] == '#')
                continue;
            var parts = line.Split('|');
            entries.Add(parts[0], new Entry(parts[1], parts[2]));
        }
        return entries.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
