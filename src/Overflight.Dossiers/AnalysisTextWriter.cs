using System.Globalization;
using Overflight.Airspace;
using Overflight.Airspace.Verdicts;
using Overflight.Dossiers.Evidence;
using Overflight.Feeds;
using Overflight.Patterns;
using Overflight.Patterns.Integrity;
using Overflight.Patterns.Kinds;
using Overflight.Patterns.Watched;
using Overflight.Tracks;

namespace Overflight.Dossiers;

/// <summary>A verdict a line, each a sentence that can be quoted; colour only where asked, never alone.</summary>
public sealed class AnalysisTextWriter(TextWriter output, bool useColour, FrameSource? frames = null, ReachSource? reaches = null) : IAnalysisWriter
{
    private const int MostPatterns = 6;

    private readonly Dictionary<AirspaceVerdictKind, int> _counts = [];
    private long _flights;
    private long _fixes;
    private AnalysisHeader? _header;

    /// <inheritdoc/>
    public void Begin(AnalysisHeader header) => _header = header;

    /// <inheritdoc/>
    public void Flight(string input, FlightExamination flight)
    {
        ArgumentNullException.ThrowIfNull(flight);
        var (prepared, track) = (flight.Flight, flight.Flight.Track);
        _flights++;
        _fixes += track.Count;
        output.WriteLine(Heading(flight));
        if (prepared.SetAside.Count > 0)
            output.WriteLine($"    {string.Join(", ", prepared.SetAside.GroupBy(s => s.Reason).OrderBy(g => g.Key).Select(g => $"{g.Count()} fixes set aside ({Names.Of(g.Key)})"))}");
        if (flight.Verdicts.Count == 0)
            output.WriteLine("    no State's airspace within reach");
        foreach (var verdict in flight.Verdicts)
            Verdict(flight, verdict);
        foreach (var finding in flight.Integrity.Take(MostPatterns))
            output.WriteLine($"  ? positions        {IntegritySentence.Of(finding)}");
        foreach (var gap in (flight.Gaps ?? []).OrderByDescending(g => g.Kind).ThenByDescending(g => g.Seconds).Take(MostPatterns).OrderBy(g => g.Start))
            output.WriteLine($"  … silence          {GapSentence.Of(gap)}");
        Patterns(flight);
        if (flight.Surveillance is { } score)
            output.WriteLine($"  ≈ surveillance     {SurveillanceSentence.Of(score)}");
        foreach (var reach in reaches?.Invoke(prepared, flight.Verdicts) ?? [])
            output.WriteLine("    " + Printable(ReachSentence.Of(reach)));
        if (frames is not null)
            Evidence(EvidenceFrame.Of(input, flight, frames));
        output.WriteLine();
    }

    /// <inheritdoc/>
    public void Input(ReadReport input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.IsComplete && input.Problems.Count == 0)
            return;
        foreach (var problem in input.Problems.Take(5))
            output.WriteLine($"  ! {problem.File}{Where(problem)}: {problem.Message}");
        if (input.Rejected > 0)
            output.WriteLine($"  ! {input.File}: {string.Join(", ", input.RejectedByKind.OrderBy(k => k.Key, StringComparer.Ordinal).Select(k => $"{k.Value} {k.Key}"))}; {input.FixesRead} fixes were read");
    }

    /// <inheritdoc/>
    public void Interference(IReadOnlyList<InterferenceArea> areas)
    {
        ArgumentNullException.ThrowIfNull(areas);
        foreach (var area in areas)
            output.WriteLine($"Interference: {area.Aircraft} of {area.Known} aircraft could not rely on their positions within {Wording.Distance(area.RadiusMetres)} of {Wording.Place(area.Centre)}, from {Wording.DateAndClock(area.Start)} to {Wording.DateAndClock(area.End)}.");
    }

    /// <inheritdoc/>
    public void Finish()
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_flights} flights, {_fixes:#,0} fixes: {Count(AirspaceVerdictKind.Entered)} times entered, {Count(AirspaceVerdictKind.CannotBeRuledOut)} times cannot be ruled out, {Count(AirspaceVerdictKind.DidNotEnter)} times did not enter"));
        output.WriteLine($"Boundaries: {string.Join("; ", _header!.Boundaries.Select(b => $"{b.Name} ({b.Vintage})"))}. {_header.Boundaries[0].Attribution}.");
        output.Flush();
    }

    private void Evidence(IReadOnlyList<EvidenceFrame> evidence)
    {
        output.WriteLine(evidence.Count > 0 ? "    the messages behind the fixes that decide:" : "    no raw messages lie behind these fixes: the input holds none, or cannot be read a second time");
        foreach (var (fix, frame) in evidence)
        {
            var time = frame.HasTime ? Wording.Clock(new UtcInstant(frame.TimeMicroseconds)) + " UTC" : "no time";
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"      fix {fix,-6} {time,-12}  message {frame.Record,-9} byte {frame.Offset,-11} {frame.Frame}"));
        }
    }

    private static string Heading(FlightExamination flight)
    {
        var (prepared, track) = (flight.Flight, flight.Flight.Track);
        var names = new[] { track.Aircraft.Id, track.Aircraft.Registration, track.Count > 0 ? track.CallsignAt(track.TimeAt(0)) : "", track.Aircraft.TypeDesignator };
        var times = prepared.Count > 0 ? $"{Wording.DateAndClock(prepared.Start)} to {Wording.DateAndClock(prepared.End)}" : "no usable fix";
        return Printable($"{string.Join(' ', names.Where(n => n.Length > 0))}  {times}  {track.Count} fixes");
    }

    private void Verdict(FlightExamination flight, AirspaceVerdict verdict)
    {
        _counts[verdict.Kind] = _counts.GetValueOrDefault(verdict.Kind) + 1;
        var (mark, colour) = verdict.Kind switch
        {
            AirspaceVerdictKind.Entered => ("●", "\u001b[38;5;208m"),
            AirspaceVerdictKind.CannotBeRuledOut => ("◐", "\u001b[38;5;179m"),
            _ => ("○", "\u001b[38;5;79m"),
        };
        var label = $"{mark} {verdict.Airspace,-4} {Wording.Of(verdict.Kind),-20}";
        output.WriteLine($"  {(useColour ? colour + label + "\u001b[0m" : label)} {Printable(VerdictSentence.Of(flight.Analysis, verdict))}");
        if (verdict.SecondSet is { } second && second.Kind != verdict.Kind)
            output.WriteLine($"       the second boundary set, {second.BoundarySet}, says: {Wording.Of(second.Kind)}");
        if (verdict.WithinClaimedBreadth is { } breadth)
            output.WriteLine($"       {breadth.State} claims airspace to {breadth.AirspaceNauticalMiles} NM over {breadth.SeaNauticalMiles} NM of sea ({breadth.Act}); this flight came within that");
        if (verdict.WithSetAside is { } with && with != verdict.Kind)
            output.WriteLine($"       with the fixes set aside it would be: {Wording.Of(with)}");
    }

    private void Patterns(FlightExamination flight)
    {
        var shapes = flight.Patterns.Where(p => p.Kind != FlightKind.Transit).ToList();
        foreach (var pattern in shapes.OrderByDescending(p => p.ObservedSeconds).Take(MostPatterns).OrderBy(p => p.Start))
            output.WriteLine($"  ~ {PatternSentence.Noun(pattern.Kind),-17}{PatternSentence.Of(pattern)}");
        if (shapes.Count > MostPatterns)
            output.WriteLine($"       and {shapes.Count - MostPatterns} shorter ones (--format json has them all)");
        if (flight.Watched is [var longest, ..])
            output.WriteLine($"       {(longest.IsSeen ? "its sensor looked longest" : "longest")} {PatternSentence.Of(longest)}");
    }

    private int Count(AirspaceVerdictKind kind) => _counts.GetValueOrDefault(kind);

    private static string Where(ReadProblem problem) =>
        (problem.Record >= 0 ? $", record {problem.Record}" : "") + (problem.Offset >= 0 ? $", byte {problem.Offset}" : "") + (problem.Field.Length > 0 ? $", {problem.Field}" : "");

    /// <summary>Names come from the air: control characters in them must not reach a terminal.</summary>
    private static string Printable(string text) =>
        text.Any(char.IsControl) ? new string(text.Select(c => char.IsControl(c) ? '\uFFFD' : c).ToArray()) : text;
}
