using Overflight.Archive.Columns;

namespace Overflight.Archive.Storage;

/// <summary>
/// Which row groups of a file hold an aircraft; it lies in the file's own key-value metadata as base64 of: the number of aircraft
/// keys; then for each key in ascending order its distance from the one before, its number of row groups, and each of these as
/// distance from the one before. All numbers are LEB128. A key is a hash, so a row group may be named that does not hold the aircraft.
/// </summary>
internal sealed class AircraftDirectory
{
    /// <summary>The metadata's key.</summary>
    public const string MetadataKey = "overflight.aircraft";

    private readonly Dictionary<uint, int[]> _groupsByKey = [];

    /// <summary>The row groups that may hold an aircraft, ascending.</summary>
    public IReadOnlyList<int> GroupsOf(string address, string name) => _groupsByKey.GetValueOrDefault(KeyOf(address, name), []);

    /// <summary>The text of a file's directory.</summary>
    public static string Write(FixTable table, TextPool texts, IReadOnlyList<Writing.RowGroup> groups)
    {
        var byKey = new SortedDictionary<uint, List<int>>();
        for (var g = 0; g < groups.Count; g++)
        {
            var last = (-1, -1);
            foreach (var row in groups[g].Rows)
            {
                if (last == (table.Address[row], table.Name[row]))
                    continue;
                last = (table.Address[row], table.Name[row]);
                var key = KeyOf(texts[table.Address[row]], texts[table.Name[row]]);
                if (!byKey.TryGetValue(key, out var list))
                    byKey.Add(key, list = []);
                if (list.Count == 0 || list[^1] != g)
                    list.Add(g);
            }
        }
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        writer.Write7BitEncodedInt(byKey.Count);
        uint before = 0;
        foreach (var (key, list) in byKey)
        {
            writer.Write7BitEncodedInt64(key - before);
            before = key;
            writer.Write7BitEncodedInt(list.Count);
            var group = 0;
            foreach (var next in list)
            {
                writer.Write7BitEncodedInt(next - group);
                group = next;
            }
        }
        return Convert.ToBase64String(memory.ToArray());
    }

    /// <exception cref="InvalidDataException">The text is not a directory.</exception>
    public static AircraftDirectory Read(string text)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(Convert.FromBase64String(text)));
            var directory = new AircraftDirectory();
            var key = 0u;
            for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
            {
                key += (uint)reader.Read7BitEncodedInt64();
                var groups = new int[reader.Read7BitEncodedInt()];
                var group = 0;
                for (var i = 0; i < groups.Length; i++)
                    groups[i] = group += reader.Read7BitEncodedInt();
                directory._groupsByKey.Add(key, groups);
            }
            return directory;
        }
        catch (Exception error) when (error is FormatException or EndOfStreamException or ArgumentException or OverflowException)
        {
            throw new InvalidDataException($"the directory of aircraft is damaged: {error.Message}");
        }
    }

    /// <summary>FNV-1a over address, a zero and name.</summary>
    private static uint KeyOf(string address, string name)
    {
        var hash = 2_166_136_261;
        foreach (var c in address)
            hash = (hash ^ c) * 16_777_619;
        hash *= 16_777_619;
        foreach (var c in name)
            hash = (hash ^ c) * 16_777_619;
        return hash;
    }
}
