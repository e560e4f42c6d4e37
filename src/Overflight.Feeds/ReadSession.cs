using Overflight.Tracks;

namespace Overflight.Feeds;

/// <summary>One reading of one input: where its tracks go, what went wrong, what is to be told.</summary>
internal sealed class ReadSession
{
    private const int KeptPerKind = 20;
    private readonly Dictionary<string, long> _counts = [];
    private readonly Dictionary<string, int> _listed = [];
    private readonly List<ReadProblem> _problems = [];
    private readonly List<string> _notes = [];

    public ReadSession(string name, ReadOptions options, Action<Track> sink)
    {
        Name = name;
        Options = options;
        Tracks = new TrackCollector(name, options, sink, this);
    }

    public string Name { get; }

    public ReadOptions Options { get; }

    public TrackCollector Tracks { get; }

    public TrackFormat? Format { get; set; }

    public long Rejected { get; private set; }

    /// <summary>Whether any damage was met; harmless rejections do not count.</summary>
    public bool IsDamaged { get; private set; }

    /// <summary>Counts records that are whole but have nothing new to say.</summary>
    public void PassOver(string kind, long count = 1)
    {
        Rejected += count;
        _counts[kind] = _counts.GetValueOrDefault(kind) + count;
    }

    /// <summary>Counts damage and keeps the first of its kind in words.</summary>
    public void Refuse(string kind, long offset, long record, string field, string message)
    {
        PassOver(kind);
        IsDamaged |= RejectionKind.IsDamage(kind);
        var listed = _listed.GetValueOrDefault(kind);
        if (listed >= KeptPerKind)
            return;
        _listed[kind] = listed + 1;
        _problems.Add(new ReadProblem(Name, offset, record, field, message));
    }

    /// <summary>The input ends too early; said once, by whoever sees it first.</summary>
    public void Truncated(long offset, long record, string message)
    {
        if (!IsCut)
            Refuse(RejectionKind.Truncated, offset, record, "", message);
    }

    /// <summary>Whether the input is known to end before its end.</summary>
    public bool IsCut => CountOf(RejectionKind.Truncated) + CountOf(RejectionKind.Corrupt) + CountOf(RejectionKind.ExpandsTooMuch) > 0;

    public long CountOf(string kind) => _counts.GetValueOrDefault(kind);

    public void Note(string note)
    {
        if (!_notes.Contains(note))
            _notes.Add(note);
    }

    public ReadReport Report(long bytes, string sha256) => new()
    {
        File = Name,
        Format = Format,
        Bytes = bytes,
        Sha256 = sha256,
        FixesRead = Tracks.FixesHandedOn,
        Rejected = Rejected,
        RejectedByKind = _counts,
        Problems = _problems,
        IsComplete = !IsDamaged,
        Notes = _notes,
    };
}
