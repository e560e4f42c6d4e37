using Overflight.Cli.Running;
using Overflight.Dossiers.Footprints;
using Overflight.Misb.Sight;

namespace Overflight.Cli.Video.Footprints;

/// <summary>Reads a file twice: once to find how it is to be read, once to write where its pictures lie.</summary>
internal sealed class FootprintRun(FootprintRequest request)
{
    private readonly SortedDictionary<FootprintKind, int> _kinds = [];
    private readonly List<Swath> _swaths = [];
    private readonly SwathBuilder _swath = new();
    private readonly TargetFinder _targets = new();
    private readonly Dictionary<int, ulong> _lastTimes = [];
    private ulong? _swathStart;
    private long _number;

    public int Run()
    {
        using var input = new SeekableInput(request.Path);
        using var progress = new ProgressLine();
        var fit = request.Reading == "auto" ? Fit(input.Path, request.Path, progress) : null;
        var reading = fit?.Reading ?? Given(request.Reading);
        var terrain = request.Terrain is { } path ? TerrainInput.Open(path) : null;
        using var target = new OutputTarget(request.Output);
        KlvFile file;
        PoseSource source;
        using (var writer = FootprintFormats.Open(request.Format, target.Stream))
        {
            writer.Begin(new FootprintHeader(ProgramVersion.Text, request.Command, request.Path, reading, fit, request.Terrain));
            source = new PoseSource(found => Frame(found, reading, terrain?.Ground, writer, progress));
            file = new KlvFile(source);
            file.Read(input.Path, request.Path);
            if (_number == 0)
                throw new UserError($"{request.Path}: no packet tells of a camera (ST 0601 or EG 0104); overflight video info says what there is", ExitCode.InputUnreadable);
            if (_swath.Take() is { } last)
                _swaths.Add(last);
            writer.Finish(new FootprintSummary(_kinds, _swaths, [.. Problems(file, source), .. terrain?.Problems ?? []]));
        }
        target.Commit();
        return file.IsWhole ? ExitCode.Done : ExitCode.InputUnreadable;
    }

    /// <summary>The reading that fits a file, or part of one.</summary>
    public static ReadingFit Fit(string path, string name, ProgressLine progress)
    {
        var finder = new ReadingFinder();
        var count = 0L;
        new KlvFile(new PoseSource(found =>
        {
            finder.Add(found.Pose, found.Items);
            progress.Tell(() => $"finding the reading: {++count} packets");
        })).Read(path, name);
        return finder.Find();
    }

    private static PoseReading Given(string name) => name switch
    {
        "platform" => new PoseReading { Angles = AngleReference.Platform },
        "earth" => new PoseReading { Angles = AngleReference.Earth },
        "grid" => new PoseReading { Angles = AngleReference.EarthGridNorth },
        _ => PoseReading.Standard,
    };

    private void Frame(PoseSource.Found found, PoseReading reading, IGround? terrain, IFootprintWriter writer, ProgressLine progress)
    {
        // The size of the picture may stand in a packet that is passed over.
        var targets = found.Items is { } items ? _targets.Find(items, found.Pose, reading, terrain) : [];
        if (!IsDue(found))
            return;
        var footprint = FootprintFinder.Find(found.Pose, reading, terrain);
        var deviations = found.Set is { } set ? StatedDeviations.Of(set) : null;
        var error = footprint.Centre is null ? null : PoseError.OfCentre(found.Pose, reading, deviations);
        var frame = new FootprintFrame(_number++, found.Offset, found.Pts, found.Pid, found.Pose, footprint, error, targets);
        _kinds[footprint.Kind] = _kinds.GetValueOrDefault(footprint.Kind) + 1;
        writer.Frame(frame);
        if (writer.WritesSwaths)
        {
            Cut(found.Pose.TimeMicroseconds);
            _swath.Add(frame);
        }
        progress.Tell(() => $"{_number} frames");
    }

    private bool IsDue(PoseSource.Found found)
    {
        if (request.EverySeconds is not { } every || found.Pose.TimeMicroseconds is not { } time)
            return true;
        var pid = found.Pid ?? -1;
        if (_lastTimes.TryGetValue(pid, out var last) && time >= last && time - last < every * 1e6)
            return false;
        _lastTimes[pid] = time;
        return true;
    }

    private void Cut(ulong? time)
    {
        if (request.SwathSeconds is not { } seconds || time is not { } now)
            return;
        _swathStart ??= now;
        if (now < _swathStart || now - _swathStart < seconds * 1e6)
            return;
        if (_swath.Take() is { } done)
            _swaths.Add(done);
        _swathStart = now;
    }

    private static IEnumerable<string> Problems(KlvFile file, PoseSource source)
    {
        if (source.WrongChecksums > 0)
            yield return $"{source.WrongChecksums} packets whose checksum is wrong were read all the same";
        if (source.OtherPackets > 0)
            yield return $"{source.OtherPackets} packets of sets that tell of no camera were passed over";
        if (source.Damages > 0)
            yield return $"{source.Damages} stretches of bytes belong to no packet";
        foreach (var (kind, count) in file.Faults)
            yield return $"{count} faults of the stream, {kind}";
    }
}
