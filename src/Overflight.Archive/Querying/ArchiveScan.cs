using System.Collections.Concurrent;
using Overflight.Archive.Columns;
using Overflight.Archive.Reading;
using Overflight.Archive.Storage;

namespace Overflight.Archive.Querying;

/// <summary>
/// Puts a query to every file that may hold an answer, a few row groups a piece of work, on all cores. Results come file by file in the
/// archive's order whatever the number of threads. A damaged file is reported and the rest is answered.
/// </summary>
internal sealed class ArchiveScan(ArchiveLayout layout, IReadOnlyList<DataFile> all, FixQuery query)
{
    private const int GroupsPerPiece = 12;

    private readonly FixFilter _filter = new(query);

    /// <summary>Makes something of a row group's matching rows; the table holds the columns asked for.</summary>
    internal delegate T Map<T>(FixTable table, TextPool texts, List<int> rows);

    /// <summary>Told of pieces of work done, and how many there are; on many threads.</summary>
    public Action<int, int>? Progress { get; init; }

    /// <summary>Whether a file may hold an answer, by what the manifest says of it.</summary>
    public bool MayMatch(DataFile file) => _filter.MayMatch(file.Box, file.FirstTime, file.LastTime);

    private sealed record Piece(DataFile File, int[] Groups);

    private sealed class Worker
    {
        public readonly FixTable Table = new();
        public readonly List<int> Rows = [];
        public readonly TextPool Texts = new();
    }

    /// <param name="columns">The columns that <paramref name="map"/> needs.</param>
    /// <param name="map">Called for each row group with matching rows, on many threads.</param>
    /// <param name="c">Ends the scan.</param>
    public (IReadOnlyList<IReadOnlyList<T>> Files, ScanReport Report) Run<T>(uint columns, Map<T> map, CancellationToken c)
    {
        var damaged = new ConcurrentDictionary<string, string>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = c };
        using var pool = new ReaderPool(layout);
        var files = all.Where(MayMatch).ToArray();
        var groups = new List<int>[files.Length];
        Parallel.For(0, files.Length, options, i => groups[i] = Guarded(files[i], pool, damaged, _filter.GroupsOf) ?? []);
        var pieces = files.SelectMany((file, i) => groups[i].Chunk(GroupsPerPiece).Select(g => new Piece(file, g))).ToArray();
        var results = new List<T>[pieces.Length];
        var (fixes, withoutAltitude, done) = (0L, 0L, 0);
        ForEach(pieces.Length, options, (i, worker) =>
        {
            var found = results[i] = [];
            Guarded(pieces[i].File, pool, damaged, reader =>
            {
                foreach (var group in pieces[i].Groups)
                {
                    var unknown = 0L;
                    var read = _filter.Select(reader, group, worker.Table, worker.Texts, worker.Rows, ref unknown);
                    Interlocked.Add(ref fixes, worker.Table.Count);
                    Interlocked.Add(ref withoutAltitude, unknown);
                    if (worker.Rows.Count == 0)
                        continue;
                    reader.Read(group, columns & ~read, worker.Table, worker.Texts);
                    found.Add(map(worker.Table, worker.Texts, worker.Rows));
                }
                return true;
            });
            Progress?.Invoke(Interlocked.Increment(ref done), pieces.Length);
        });
        var byFile = pieces.Zip(results).GroupBy(p => p.First.File).Select(f => (IReadOnlyList<T>)[.. f.SelectMany(p => p.Second)]).ToArray();
        return (byFile, new ScanReport
        {
            Files = all.Count,
            FilesOpened = files.Length,
            RowGroupsRead = groups.Sum(g => g.Count),
            FixesLookedAt = fixes,
            WithoutAltitude = withoutAltitude,
            Damaged = damaged.OrderBy(d => d.Key, StringComparer.Ordinal).ToDictionary(d => d.Key, d => d.Value),
        });
    }

    private static void ForEach(int pieces, ParallelOptions options, Action<int, Worker> work)
    {
        try
        {
            Parallel.For(0, pieces, options, () => new Worker(), (i, _, worker) =>
            {
                work(i, worker);
                return worker;
            }, _ => { });
        }
        catch (AggregateException error)
        {
            // Whatever several threads met, the first of it is the answer.
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error.InnerExceptions[0]);
        }
    }

    private static T? Guarded<T>(DataFile file, ReaderPool pool, ConcurrentDictionary<string, string> damaged, Func<DataFileReader, T> read)
    {
        try
        {
            var reader = pool.Rent(file);
            try
            {
                return read(reader);
            }
            finally
            {
                pool.Return(file, reader);
            }
        }
        catch (Exception error) when (error is DamagedFileException or InvalidDataException)
        {
            damaged.TryAdd(file.Name, error.Message);
            return default;
        }
    }
}
