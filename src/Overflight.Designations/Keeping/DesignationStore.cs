using Overflight.Designations.Reading;
using Overflight.Designations.Standing;
using Overflight.Storage;

namespace Overflight.Designations.Keeping;

/// <summary>
/// A folder with list versions, kept as they came, and with what persons entered about designations. Nothing in it is ever overwritten but its
/// two index files, which only grow. Read by many programs at a time; changed by one. An object of this is for one thread.
/// </summary>
public sealed class DesignationStore
{
    private readonly string _folder;
    private readonly SourceFolder _sources;
    private readonly TimeProvider _time;
    private readonly Dictionary<string, ListContent> _loaded = new(StringComparer.Ordinal);
    private List<ListVersion> _versions = [];
    private StatementBook _statements = new([]);

    private DesignationStore(string folder, TimeProvider time)
    {
        (_folder, _time) = (folder, time);
        _sources = new(Path.Combine(folder, "sources"));
        Reload();
    }

    /// <summary>The versions of all lists, in the order of their import.</summary>
    public IReadOnlyList<ListVersion> Versions => _versions;

    /// <summary>Every statement that was ever entered, in order.</summary>
    public IReadOnlyList<StateStatement> Statements => _statements.All;

    private string IndexPath => Path.Combine(_folder, "lists.json");

    private string StatementsPath => Path.Combine(_folder, "statements.json");

    /// <summary>Opens a store.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="time">When statements are entered; null for the system's clock.</param>
    /// <exception cref="DesignationException">There is none, or its index is damaged.</exception>
    public static DesignationStore Open(string folder, TimeProvider? time = null) =>
        File.Exists(Path.Combine(folder, "lists.json")) ? new(folder, time ?? TimeProvider.System) : throw new DesignationException($"{folder}: no store of lists; \"lists import\" makes one", DesignationFault.Unreadable);

    /// <summary>Opens a store; makes an empty one where the folder is new.</summary>
    /// <exception cref="DesignationException">Its index is damaged, or the folder holds other things.</exception>
    public static DesignationStore OpenOrCreate(string folder, TimeProvider? time = null)
    {
        if (!File.Exists(Path.Combine(folder, "lists.json")))
        {
            if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any(path => Path.GetFileName(path) is not ("lock" or "sources" or "lists.json.part")))
                throw new DesignationException($"{folder}: holds other things than lists; give a folder of its own");
            Directory.CreateDirectory(folder);
            using var held = StoreLock.Take(folder);
            if (!File.Exists(Path.Combine(folder, "lists.json")))
                DurableFile.Write(Path.Combine(folder, "lists.json"), Path.Combine(folder, "lists.json.part"), StoreIndex.Write([]));
        }
        return Open(folder, time);
    }

    /// <summary>Imports one version of a list. The same files a second time change nothing.</summary>
    /// <exception cref="DesignationException">They are no list; have no date; were not read to their end and are not said to be partial; another program changes the store.</exception>
    /// <exception cref="IOException">A file cannot be read or kept.</exception>
    public ImportOutcome Import(ImportRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var held = StoreLock.Take(_folder);
        Reload();
        var kept = new List<(SourceFile File, bool IsNew)>();
        var isDone = false;
        try
        {
            foreach (var path in request.Paths)
                kept.Add(_sources.Keep(path));
            IReadOnlyList<SourceFile> files = [.. kept.Select(file => file.File)];
            var content = ListReader.Read([.. files.Select(_sources.Open)]);
            var list = ListName.Of(request.List, content.Format, files);
            if (_versions.Find(version => version.ContentHash == ListVersion.HashOf(list, request.IsPartial, files)) is { } there)
            {
                if (request.Date is { } other && other != there.Date)
                    throw new DesignationException($"these files are in the store already, as {list} of {StoreJson.Text(there.Date)}");
                isDone = true;
                return new(there, WasThere: true, content);
            }
            var version = ToVersion(request, list, files, content);
            DurableFile.Write(IndexPath, IndexPath + ".part", StoreIndex.Write([.. _versions, version]));
            _versions.Add(version);
            _loaded[version.ContentHash] = content;
            isDone = true;
            return new(version, WasThere: false, content);
        }
        finally
        {
            if (!isDone)
            {
                foreach (var (file, isNew) in kept)
                {
                    if (isNew)
                        _sources.Delete(file);
                }
            }
        }
    }

    /// <summary>Enters what is written elsewhere about a designation. It is kept for ever.</summary>
    /// <exception cref="DesignationException">It lacks source or author, or contradicts a statement without replacing it; another program changes the store.</exception>
    public StateStatement Enter(StatementRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var held = StoreLock.Take(_folder);
        Reload();
        ListName.Require(request.List);
        var made = _statements.Enter(request, _time.GetUtcNow());
        DurableFile.Write(StatementsPath, StatementsPath + ".part", _statements.Write());
        return made;
    }

    /// <summary>What a version says; its files are checked against their hashes first.</summary>
    /// <exception cref="DesignationException">A file is missing or changed.</exception>
    public ListContent Load(ListVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        if (_loaded.TryGetValue(version.ContentHash, out var content))
            return content;
        foreach (var source in version.Sources)
        {
            if (_sources.FaultOf(source) is { } fault)
                throw new DesignationException(fault, DesignationFault.Unreadable);
        }
        return _loaded[version.ContentHash] = ListReader.Read([.. version.Sources.Select(_sources.Open)]);
    }

    /// <summary>Files that are missing or not as they came.</summary>
    public IReadOnlyList<string> Check() => [.. _versions.SelectMany(version => version.Sources).DistinctBy(source => source.Sha256).Select(_sources.FaultOf).OfType<string>()];

    /// <summary>The versions of a list up to a date, latest last; of one date, that imported last is last.</summary>
    public IReadOnlyList<ListVersion> VersionsUpTo(string list, DateOnly date) => [.. _versions.Where(version => version.List == list && version.Date <= date).OrderBy(version => version.Date)];

    /// <summary>The statements about an entry that none replaced, in the order of their dates.</summary>
    public IReadOnlyList<StateStatement> StatementsOf(string list, string id) =>
        [.. _statements.Standing.Where(statement => statement.List == list && statement.EntryId == id).OrderBy(statement => statement.Date).ThenBy(statement => statement.Number)];

    /// <summary>Whether a later statement replaced this one.</summary>
    public bool IsReplaced(StateStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return _statements.IsReplaced(statement);
    }

    /// <summary>The standing of an entry on a day.</summary>
    public EntryStanding StandingAsOf(string list, string id, DateOnly date) => StandingFinder.Find(this, list, id, date);

    /// <summary>What changed about an entry between two days.</summary>
    /// <exception cref="DesignationException">The second day is before the first.</exception>
    public EntryChange Compare(string list, string id, DateOnly from, DateOnly to) => ChangeFinder.Find(this, list, id, from, to);

    private static ListVersion ToVersion(ImportRequest request, string list, IReadOnlyList<SourceFile> files, ListContent content)
    {
        if (content.Entries.Count == 0)
            throw new DesignationException($"{files[0].Name}: no entry could be read", DesignationFault.Unreadable);
        if (!content.IsReadToEnd && !request.IsPartial)
            throw new DesignationException($"{files[0].Name}: could not be read to its end ({content.Problems[^1].Message}): what is missing would be taken for not listed. Import it as partial, or get it whole", DesignationFault.Unreadable);
        var date = request.Date ?? content.StatedDate ?? throw new DesignationException("the files do not say which date the list is of: give it", DesignationFault.Usage);
        return new(list, date, request.Date is null ? ListDateOrigin.Stated : ListDateOrigin.Given, content.Format, content.Parts, request.IsPartial, files, VersionCounts.Of(content));
    }

    private void Reload()
    {
        _versions = StoreIndex.Read(IndexPath);
        _statements = StatementBook.Read(StatementsPath);
    }
}
