using Overflight.Archive.Columns;
using Overflight.Archive.Presences;
using Overflight.Archive.Querying;
using Overflight.Archive.Storage;

namespace Overflight.Archive;

/// <summary>An archive as it was when it was opened; later commits do not show. Thread-safe.</summary>
public sealed class FixArchive : IDisposable
{
    /// <summary>Fixes that one answer may hold at most; more are a matter for SQL.</summary>
    public const int MostFixes = 5_000_000;

    private readonly FolderLock _lock;
    private readonly Lazy<IReadOnlyList<InputRecord>> _inputs;

    private FixArchive(ArchiveLayout layout, FolderLock readerLock)
    {
        Layout = layout;
        _lock = readerLock;
        Manifest = Manifest.Read(layout);
        _inputs = new Lazy<IReadOnlyList<InputRecord>>(() => InputList.Read(layout, Manifest));
    }

    internal ArchiveLayout Layout { get; }

    internal Manifest Manifest { get; }

    /// <summary>What was ingested, by number.</summary>
    /// <exception cref="InvalidDataException">A list of inputs is missing or damaged.</exception>
    public IReadOnlyList<InputRecord> Inputs => _inputs.Value;

    /// <summary>Told, while an answer is sought, of pieces of work done and how many there are; on many threads.</summary>
    public Action<int, int>? Progress { get; set; }

    /// <summary>Fixes in the archive.</summary>
    public long Fixes => Manifest.Files.Sum(f => f.Rows);

    /// <summary>Opens an archive.</summary>
    /// <exception cref="InvalidDataException">There is none, or its manifest is damaged.</exception>
    public static FixArchive Open(string folder)
    {
        var layout = new ArchiveLayout(Path.GetFullPath(folder));
        // The lock comes first: what the manifest names then stays until it is released.
        var shared = FolderLock.Shared(layout.ReaderLock);
        try
        {
            return File.Exists(layout.Manifest)
                ? new FixArchive(layout, shared)
                : throw new InvalidDataException($"{folder}: no archive there (no manifest.json)");
        }
        catch
        {
            shared.Dispose();
            throw;
        }
    }

    /// <summary>The passages of all aircraft with matching fixes, by aircraft and time.</summary>
    public (IReadOnlyList<Passage> Passages, ScanReport Report) Passages(FixQuery query, CancellationToken c = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var prepared = new PreparedPassages(Layout, query);
        var (passages, toRead, filesPrepared) = (new List<Passage>(), new List<DataFile>(), 0);
        foreach (var file in Manifest.Files)
            if (!Scan(query).MayMatch(file))
                continue;
            else if (prepared.Of(file) is { } found)
            {
                passages.AddRange(found);
                filesPrepared++;
            }
            else
                toRead.Add(file);
        var (read, report) = new ArchiveScan(Layout, toRead, query) { Progress = Progress }.Run(Querying.Passages.Columns, Querying.Passages.OfRows, c);
        // File by file first, as the prepared ones are, so that both ways give the same.
        passages.AddRange(read.SelectMany(pieces => Querying.Passages.Join(pieces.SelectMany(p => p))));
        report.Files = Manifest.Files.Count;
        report.FilesPrepared = filesPrepared;
        report.DamagedPresences = prepared.Damaged;
        return (Querying.Passages.Join(passages), report);
    }

    /// <summary>The matching fixes, by aircraft and time.</summary>
    /// <exception cref="TooManyFixesException">More than <see cref="MostFixes"/> match.</exception>
    public (IReadOnlyList<ArchivedFix> Fixes, ScanReport Report) FixesOf(FixQuery query, CancellationToken c = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var found = 0;
        var (files, report) = Scan(query).Run(FixSchema.All, (table, texts, rows) =>
        {
            if (Interlocked.Add(ref found, rows.Count) > MostFixes)
                throw new TooManyFixesException();
            return FixRows.GatherAll(table, texts, rows);
        }, c);
        var fixes = files.SelectMany(f => f).SelectMany(p => p).ToArray();
        Array.Sort(fixes, FixRows.ByAircraftAndTime);
        return (fixes, report);
    }

    internal ArchiveScan Scan(FixQuery query) => new(Layout, Manifest.Files, query) { Progress = Progress };

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();
}
