using Overflight.Airspace;
using Overflight.Archive.Columns;
using Overflight.Archive.Storage;
using Overflight.Archive.Writing;
using Overflight.Storage;
using Overflight.Tracks;

namespace Overflight.Archive;

/// <summary>
/// The one writer of an archive. Fixes are added input by input; an input is part of the archive, wholly and for good, when
/// <see cref="Committed"/> tells of it, and not at all before. Not thread-safe.
/// </summary>
public sealed class ArchiveWriter : IDisposable
{
    private readonly ArchiveLayout _layout;
    private readonly FolderLock _lock;
    private readonly int _capacity;
    private readonly PresenceWriter? _presences;
    private readonly FixTable _table = new();
    private readonly HashSet<string> _known;
    private readonly HashSet<long> _knownLengths;
    private readonly List<InputRecord> _ended = [];
    private readonly List<StagedFile> _spilled = [];
    private Manifest _manifest;
    private TextPool _texts = new();
    private Aircraft? _lastAircraft;
    private string _lastCallsign = "";
    private (int Address, int Name, int Registration, int Type, int Description, int Callsign) _lastNumbers;
    private int _inputStart;
    private long _inputFixes;

    private ArchiveWriter(ArchiveLayout layout, FolderLock writerLock, int bufferedFixes, AirspaceIndex? airspace)
    {
        _layout = layout;
        _lock = writerLock;
        _capacity = bufferedFixes;
        _presences = airspace is null ? null : new PresenceWriter(layout, airspace);
        _manifest = Manifest.Read(layout);
        Committing.Clear(layout, _manifest);
        var inputs = InputList.Read(layout, _manifest);
        _known = [.. inputs.Select(i => i.Sha256)];
        _knownLengths = [.. inputs.Select(i => i.Bytes)];
    }

    /// <summary>Told of inputs as soon as they are on the disk.</summary>
    public Action<IReadOnlyList<InputRecord>>? Committed { get; set; }

    /// <summary>Fixes in the archive, committed ones only.</summary>
    public long Fixes => _manifest.Files.Sum(f => f.Rows);

    /// <summary>Data files in the archive.</summary>
    public int Files => _manifest.Files.Count;

    /// <summary>Bytes of the data files and of what was worked out of them.</summary>
    public long Bytes => _manifest.Files.Sum(f => f.Bytes + (f.Presence?.Bytes ?? 0));

    /// <summary>Opens an archive for writing, and makes it where there is none.</summary>
    /// <param name="folder">The archive's folder.</param>
    /// <param name="bufferedFixes">Fixes held in memory at most, about 600 bytes each at the peak.</param>
    /// <param name="airspace">Boundaries by whose base set it is worked out who was in whose airspace, so that a query need not; none for not to.</param>
    /// <exception cref="IOException">Another writer is at work.</exception>
    /// <exception cref="InvalidDataException">The archive's manifest or lists are damaged.</exception>
    public static ArchiveWriter Open(string folder, int bufferedFixes = 1 << 22, AirspaceIndex? airspace = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bufferedFixes, 1);
        var layout = new ArchiveLayout(Path.GetFullPath(folder));
        Directory.CreateDirectory(layout.Temporary);
        var alone = FolderLock.TryAlone(layout.WriterLock) ?? throw new IOException($"{folder}: another ingest is at work there");
        try
        {
            if (!File.Exists(layout.ReaderLock))
                File.WriteAllBytes(layout.ReaderLock, []);
            DurableFile.FlushFolder(layout.Folder);
            return new ArchiveWriter(layout, alone, bufferedFixes, airspace);
        }
        catch
        {
            alone.Dispose();
            throw;
        }
    }

    /// <summary>Whether an input with these bytes is in the archive, or ended and about to be.</summary>
    public bool Knows(string sha256) => _known.Contains(sha256);

    /// <summary>Whether an input of this length is known, so that it is worth asking by its hash before it is read.</summary>
    public bool KnowsLength(long bytes) => _knownLengths.Contains(bytes);

    /// <summary>Adds a fix of the current input.</summary>
    public void Add(Aircraft aircraft, string callsign, in Fix fix)
    {
        ArgumentNullException.ThrowIfNull(aircraft);
        ArgumentNullException.ThrowIfNull(callsign);
        if (_table.Count == _capacity)
            MakeRoom();
        Number(aircraft, callsign);
        var row = _table.Add(fix);
        _table.Address[row] = _lastNumbers.Address;
        _table.Name[row] = _lastNumbers.Name;
        _table.Registration[row] = _lastNumbers.Registration;
        _table.TypeDesignator[row] = _lastNumbers.Type;
        _table.Description[row] = _lastNumbers.Description;
        _table.Callsign[row] = _lastNumbers.Callsign;
        _table.Input[row] = _manifest.Inputs + _ended.Count;
        _inputFixes++;
    }

    /// <summary>Ends the current input. False, and its fixes are dropped, where its bytes are known already.</summary>
    /// <param name="input">What it was; its number and count of fixes are the writer's to set.</param>
    public bool EndInput(InputRecord input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (!_known.Add(input.Sha256))
        {
            DropInput();
            return false;
        }
        _knownLengths.Add(input.Bytes);
        _ended.Add(input with { Number = _manifest.Inputs + _ended.Count, Fixes = _inputFixes });
        _inputStart = _table.Count;
        _inputFixes = 0;
        // What was spilled holds this input's rows alone, and with them its commit is due.
        if (_spilled.Count > 0)
            Commit();
        return true;
    }

    /// <summary>Forgets the fixes of the current input.</summary>
    public void DropInput()
    {
        _table.Count = _inputStart;
        _inputFixes = 0;
        foreach (var (temporary, _) in _spilled.SelectMany(s => s.Moves()))
            File.Delete(temporary);
        _spilled.Clear();
    }

    /// <summary>Brings every ended input to the disk.</summary>
    public void Commit()
    {
        if (_ended.Count == 0)
            return;
        List<StagedFile> staged = [.. _spilled, .. Stage(_inputStart)];
        _manifest = Committing.Commit(_layout, _manifest, staged, _ended, []);
        _spilled.Clear();
        _table.DropFirst(_inputStart);
        _inputStart = 0;
        if (_table.Count == 0)
            ForgetTexts();
        var done = _ended.ToArray();
        _ended.Clear();
        Committed?.Invoke(done);
    }

    /// <summary>
    /// Merges the files of each day that were ingested one after another into files that each cover a compact part of the map.
    /// Does nothing to days that are merged already, but for working out presences that are missing or of other boundaries.
    /// </summary>
    /// <param name="progress">Told of days merged, and how many there are to be.</param>
    /// <param name="c">Stops between two days.</param>
    /// <returns>How many days were merged.</returns>
    public int Compact(Action<int, int>? progress = null, CancellationToken c = default)
    {
        Commit();
        var days = 0;
        var due = _manifest.Files.GroupBy(f => f.Day).Where(d => Compaction.IsDue([.. d])).Select(d => d.ToArray()).ToArray();
        foreach (var day in due)
        {
            c.ThrowIfCancellationRequested();
            var staged = new Compaction(_layout, _presences, _manifest.Generation + 1).Merge(day, c);
            _manifest = Committing.Commit(_layout, _manifest, staged, [], day.SelectMany(f => f.Names()).ToHashSet());
            Committing.Clear(_layout, _manifest);
            progress?.Invoke(++days, due.Length);
        }
        RenewPresences(c);
        return due.Length;
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();

    private void RenewPresences(CancellationToken c)
    {
        if (_presences is null)
            return;
        foreach (var day in _manifest.Files.Where(_presences.IsDue).GroupBy(f => f.Day).ToArray())
        {
            c.ThrowIfCancellationRequested();
            var staged = day.AsParallel().AsOrdered().WithCancellation(c).Select(f => _presences.Renew(f, _manifest.Generation + 1)).ToArray();
            _manifest = Committing.Commit(_layout, _manifest, staged, [], day.Where(f => f.Presence is not null).Select(f => f.Presence!.Name).ToHashSet());
            Committing.Clear(_layout, _manifest);
        }
    }

    private void MakeRoom()
    {
        if (_ended.Count > 0)
        {
            Commit();
            if (_table.Count < _capacity)
                return;
        }
        _spilled.AddRange(Stage(_table.Count));
        _table.Count = 0;
        _inputStart = 0;
        ForgetTexts();
    }

    private List<StagedFile> Stage(int rows) =>
        rows == 0 ? [] : new DayFiles(_layout, _presences).Write(_table, rows, _texts, _manifest.Generation + 1, _spilled.Count, isCompacted: false);

    private void ForgetTexts()
    {
        _texts = new TextPool();
        _lastAircraft = null;
    }

    private void Number(Aircraft aircraft, string callsign)
    {
        if (!ReferenceEquals(aircraft, _lastAircraft))
        {
            _lastAircraft = aircraft;
            _lastNumbers = (
                _texts.NumberOf(aircraft.Address.ToString()), _texts.NumberOf(aircraft.Name), _texts.NumberOf(aircraft.Registration),
                _texts.NumberOf(aircraft.TypeDesignator), _texts.NumberOf(aircraft.Description), _texts.NumberOf(callsign));
        }
        else if (!ReferenceEquals(callsign, _lastCallsign))
            _lastNumbers.Callsign = _texts.NumberOf(callsign);
        _lastCallsign = callsign;
    }
}
