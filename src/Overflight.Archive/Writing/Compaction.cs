using Overflight.Archive.Columns;
using Overflight.Archive.Reading;
using Overflight.Archive.Storage;

namespace Overflight.Archive.Writing;

/// <summary>
/// Merges the files of one day into files that each cover one stretch of the space curve. Two passes: the first counts fixes by
/// stretch, the second collects one file's worth at a time, so memory is bounded by a file, not by the day.
/// </summary>
internal sealed class Compaction(ArchiveLayout layout, PresenceWriter? presences, long generation)
{
    // Finer than a file's stretch will be: 0.09° by 0.04° of the map.
    private const int CountingBits = 24;
    private const int Shift = 32 - CountingBits;

    /// <summary>Whether a day's files overlap on the map.</summary>
    public static bool IsDue(IReadOnlyCollection<DataFile> files) => files.Count > 1 && files.Any(f => !f.IsCompacted);

    /// <exception cref="DamagedFileException">A file cannot be read; the archive is left as it was.</exception>
    public List<StagedFile> Merge(IReadOnlyList<DataFile> files, CancellationToken c)
    {
        var staged = new List<StagedFile>();
        var readers = new List<DataFileReader>();
        try
        {
            foreach (var file in files)
                readers.Add(DataFileReader.Open(layout, file));
            foreach (var (first, last) in Stretches(readers, c))
            {
                c.ThrowIfCancellationRequested();
                var texts = new TextPool();
                var table = Collect(readers, first, last, texts);
                staged.AddRange(new DayFiles(layout, presences).Write(table, table.Count, texts, generation, staged.Count, isCompacted: true));
            }
            return staged;
        }
        finally
        {
            readers.ForEach(r => r.Dispose());
        }
    }

    /// <summary>First and last cell of each file to be.</summary>
    private static List<(uint First, uint Last)> Stretches(List<DataFileReader> readers, CancellationToken c)
    {
        var counts = new int[1 << CountingBits];
        var (table, texts) = (new FixTable(), new TextPool());
        var places = FixSchema.Bits("latitude", "longitude");
        foreach (var reader in readers)
            for (var group = 0; group < reader.RowGroups; group++)
            {
                c.ThrowIfCancellationRequested();
                reader.Read(group, places, table, texts);
                for (var i = 0; i < table.Count; i++)
                    counts[SpaceCurve.Cell(table.Latitude[i], table.Longitude[i]) >> Shift]++;
            }
        var stretches = new List<(uint, uint)>();
        var (first, rows) = (0u, 0L);
        for (var bin = 0u; bin < counts.Length; bin++)
        {
            if (rows > 0 && rows + counts[bin] > DayFiles.RowsPerFile)
            {
                stretches.Add((first << Shift, (bin << Shift) - 1));
                (first, rows) = (bin, 0);
            }
            rows += counts[bin];
        }
        stretches.Add((first << Shift, uint.MaxValue));
        return stretches;
    }

    private static FixTable Collect(List<DataFileReader> readers, uint first, uint last, TextPool texts)
    {
        var (all, table) = (new FixTable(), new FixTable());
        var wanted = new List<int>();
        foreach (var reader in readers)
            for (var group = 0; group < reader.RowGroups; group++)
            {
                var bounds = reader.Bounds[group];
                if (bounds.LastCell < first || bounds.FirstCell > last)
                    continue;
                reader.Read(group, FixSchema.All, table, texts);
                wanted.Clear();
                for (var i = 0; i < table.Count; i++)
                    if (SpaceCurve.Cell(table.Latitude[i], table.Longitude[i]) is var cell && cell >= first && cell <= last)
                        wanted.Add(i);
                all.Append(table, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(wanted));
            }
        return all;
    }
}
