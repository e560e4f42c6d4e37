using Overflight.Archive.Columns;
using Overflight.Archive.Storage;

namespace Overflight.Archive.Writing;

/// <summary>Writes the rows of a table as data files, by UTC day, each of a compact part of the map.</summary>
internal sealed class DayFiles(ArchiveLayout layout, PresenceWriter? presences)
{
    /// <summary>Fixes in a file at most, when it is written at once from memory.</summary>
    public const int RowsPerFile = 1 << 21;

    private const long MicrosecondsPerDay = 86_400_000_000;

    /// <summary>Writes the first rows of a table to temporary files, side by side; names are numbered from a number on.</summary>
    public List<StagedFile> Write(FixTable table, int count, TextPool texts, long generation, int firstNumber, bool isCompacted)
    {
        var ranks = texts.Ranks();
        var parts = new List<(DateOnly Day, ReadOnlyMemory<ulong> Rows)>();
        foreach (var (day, rows) in ByDay(table, count))
        {
            var alongCurve = RowOrder.AlongCurve(table, rows);
            for (var start = 0; start < alongCurve.Length; start += RowsPerFile)
                parts.Add((day, alongCurve.AsMemory(start, Math.Min(RowsPerFile, alongCurve.Length - start))));
        }
        var files = new StagedFile[parts.Count];
        Parallel.For(0, parts.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            var name = ArchiveLayout.DataFile(parts[i].Day, generation, firstNumber + i);
            var temporary = layout.TemporaryOf(name);
            var groups = RowOrder.Cut(table, ranks, parts[i].Rows);
            var file = DataFileWriter.Write(temporary, name, table, texts, groups, isCompacted);
            files[i] = presences is null ? new StagedFile(file, temporary, null) : presences.Stage(file, temporary, table, texts, groups, generation);
        });
        return [.. files];
    }

    /// <summary>The UTC day of a time.</summary>
    public static int DayNumber(long microseconds) => (int)Math.Floor((double)microseconds / MicrosecondsPerDay);

    private static IEnumerable<(DateOnly Day, int[] Rows)> ByDay(FixTable table, int count)
    {
        var days = new SortedDictionary<int, List<int>>();
        var (lastDay, list) = (int.MinValue, new List<int>());
        for (var row = 0; row < count; row++)
        {
            var day = DayNumber(table.TimeMicroseconds[row]);
            if (day != lastDay)
            {
                lastDay = day;
                if (!days.TryGetValue(day, out list!))
                    days.Add(day, list = []);
            }
            list.Add(row);
        }
        foreach (var (day, rows) in days)
            yield return (DateOnly.FromDayNumber(DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber + day), [.. rows]);
    }
}
