using System.Text;
using Overflight.Misb.Sight;

namespace Overflight.Dossiers.Footprints;

/// <summary>The sums, for people.</summary>
public sealed class FootprintText(Stream output) : IFootprintWriter
{
    private readonly StreamWriter _text = new(output, new UTF8Encoding(false), leaveOpen: true);
    private readonly List<double> _differences = [];
    private readonly List<double> _targets = [];
    private FootprintHeader? _header;
    private FootprintFrame? _first;
    private FootprintFrame? _last;
    private int _count;
    private int _targetCount;

    /// <inheritdoc/>
    public bool WritesSwaths => true;

    /// <inheritdoc/>
    public void Begin(FootprintHeader header) => _header = header;

    /// <inheritdoc/>
    public void Frame(FootprintFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        _count++;
        _first ??= frame.Time is null ? null : frame;
        _last = frame.Time is null ? _last : frame;
        _targetCount += frame.Targets.Count;
        if (!double.IsNaN(frame.CentreDifferenceMetres))
            _differences.Add(frame.CentreDifferenceMetres);
        _targets.AddRange(frame.Targets.Select(t => t.DifferenceMetres).Where(d => !double.IsNaN(d)));
    }

    /// <inheritdoc/>
    public void Finish(FootprintSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        var span = _first?.Time is { } start && _last?.Time is { } end ? $", {Wording.DateAndClock(start)} to {Wording.Clock(end)}" : "";
        Line($"{_header!.Input}: {Wording.Text($"{_count:#,0}")} frames{span}");
        foreach (var (kind, count) in summary.Kinds.OrderBy(k => k.Key))
            Line(Wording.Text($"  {count:#,0} {Of(kind)}"));
        var departures = ReadingWords.Departures(_header.Reading);
        Line(departures.Count == 0 ? "  read as the standard says" : $"  not read as the standard says, but with {string.Join("; ", departures)}");
        if (_header.Fit?.Standard is { } standard && departures.Count > 0)
            Line($"  by the standard half of the frame centres would be off by more than {Off(standard.MedianMetres)}");
        if (_differences.Count > 0)
            Line($"  frame centres: computed and stated differ by {Off(Part(_differences, 0.5))} in the middle case, by less than {Off(Part(_differences, 0.95))} in 95 of 100");
        if (_targetCount > 0)
            Line(Wording.Text($"  {_targetCount:#,0} targets") + (_targets.Count > 0 ? $": computed and stated places of {_targets.Count} differ by {Off(Part(_targets, 0.5))} in the middle case, by {Off(_targets.Max())} at most" : ""));
        if (_header.Terrain is { } terrain)
            Line($"  over the terrain of {terrain}");
        foreach (var swath in summary.Swaths)
            Line($"  seen{(swath.Start is { } from && swath.End is { } to ? $" from {Wording.Clock(from)} to {Wording.Clock(to)}" : "")}: {Wording.Text($"{swath.SquareMetres / 1e6:#,0.###}")} km² in {Wording.Text($"{swath.Frames:#,0}")} pictures");
        foreach (var problem in summary.Problems)
            Line($"  {problem}");
        _text.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _text.Dispose();

    private void Line(string text) => _text.Write(text + "\n");

    private static string Off(double metres) => double.IsPositiveInfinity(metres) ? "any distance (lines that miss the earth)" : metres < 10 ? Wording.Text($"{metres:0.00} m") : Wording.Distance(metres);

    private static string Of(FootprintKind kind) => kind switch
    {
        FootprintKind.Whole => "lie on the ground as a whole",
        FootprintKind.CutByHorizon => "reach over the horizon",
        FootprintKind.Sky => "show nothing but sky",
        FootprintKind.AxisOnly => "without a field of view: the line of sight alone",
        FootprintKind.BelowGround => "with the camera below the ground",
        _ => "without a place or a direction",
    };

    private static double Part(List<double> values, double part)
    {
        values.Sort();
        return values[Math.Min(values.Count - 1, (int)(part * values.Count))];
    }
}
