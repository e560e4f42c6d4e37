using System.Globalization;
using Overflight.Cli.Running;
using Overflight.Record;

namespace Overflight.Cli.Records;

/// <summary>Entries as a user names them: by index, by range, by subject.</summary>
internal static class EntrySelection
{
    /// <summary>As many as a package may have.</summary>
    private const long Most = 100_000;

    public static IReadOnlyCollection<long> Of(string path, string[] ranges, string[] subjects)
    {
        var wanted = new SortedSet<long>();
        foreach (var range in ranges.SelectMany(r => r.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            var (first, last) = Range(range);
            if (last - first >= Most)
                throw new UserError($"--entries {range}: a package has at most {Most:N0} entries");
            for (var index = first; index <= last; index++)
                wanted.Add(index);
        }
        if (subjects.Length > 0)
        {
            foreach (var (index, leaf) in new RecordReader(path).Leaves())
            {
                if (subjects.Contains(leaf.Subject, StringComparer.Ordinal))
                    wanted.Add(index);
            }
        }
        return wanted.Count <= Most ? wanted : throw new UserError($"{wanted.Count:N0} entries are more than the {Most:N0} that a package may have");
    }

    private static (long First, long Last) Range(string text)
    {
        var ends = text.Split('-');
        if (ends.Length <= 2 && long.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && long.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var last) && first <= last)
            return (first, last);
        throw new UserError($"--entries {text}: give an index such as 3, or a range such as 5-9");
    }
}
