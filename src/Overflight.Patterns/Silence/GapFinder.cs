using Overflight.Airspace;
using Overflight.Geodesy;
using Overflight.Patterns.Kinds;
using Overflight.Tracks.Preparing;

namespace Overflight.Patterns.Silence;

/// <summary>Holds a flight's silences against what was heard of others around there and then.</summary>
public sealed class GapFinder(CoverageModel coverage, AirspaceIndex index)
{
    // Shorter ones are a hill, a turn, a busy channel.
    private const double LeastSeconds = 120;
    private const double LeastOthersMinutes = 5;
    private const int LeastOthers = 2;
    private const double HeardWell = 0.9;

    /// <summary>The silences of two minutes and more, by time.</summary>
    public IReadOnlyList<GapFinding> Find(PreparedFlight flight)
    {
        ArgumentNullException.ThrowIfNull(flight);
        var gaps = new List<GapFinding>();
        Dictionary<CoverageKey, (float Heard, float Silent)>? own = null;
        float[]? feet = null;
        var least = Math.Max(LeastSeconds, 4 * UsualSeconds(flight));
        for (var leg = 0; leg + 1 < flight.Count; leg++)
            if (flight.SecondsAfter(leg) >= least)
                gaps.Add(Judge(flight, leg, own ??= CoverageModel.OwnOf(flight), feet ??= Altitudes.Of(flight)));
        return gaps;
    }

    private GapFinding Judge(PreparedFlight flight, int leg, Dictionary<CoverageKey, (float Heard, float Silent)> own, float[] feet)
    {
        var (heard, silent, others) = coverage.Around(CoverageModel.Way(flight, feet, leg), own, CoverageModel.NumberOf(flight));
        var share = heard + silent > 0 ? heard / (heard + silent) : double.NaN;
        var isKnown = others >= LeastOthers && heard + silent >= 60 * LeastOthersMinutes;
        var kind = !isKnown ? GapKind.CannotBeTold : share >= HeardWell ? GapKind.StandsOut : GapKind.Expected;
        var (from, to) = (flight.PositionAt(leg), flight.PositionAt(leg + 1));
        var (a, b) = (index.NearestEdge(from), index.NearestEdge(to));
        var nearer = a is null || b is not null && Math.Abs(b.SignedMetres) < Math.Abs(a.SignedMetres) ? b : a;
        var straight = Geodesic.DistanceMetres(from, to);
        var allowed = Math.Max(straight, flight.Speed.MetresPerSecond * flight.SecondsAfter(leg) + flight.RadiusAt(leg).BoundMetres + flight.RadiusAt(leg + 1).BoundMetres);
        return new GapFinding(
            kind, flight.TimeAt(leg), flight.TimeAt(leg + 1), leg, from, to, share, (heard + silent) / 60, others,
            nearer is null ? double.NaN : Math.Abs(nearer.SignedMetres), nearer?.Edge.Claims ?? [], allowed, 0.5 * Math.Sqrt(allowed * allowed - straight * straight));
    }

    /// <summary>The median time between fixes.</summary>
    private static double UsualSeconds(PreparedFlight flight)
    {
        var steps = new double[Math.Max(1, flight.Count - 1)];
        for (var i = 0; i + 1 < flight.Count; i++)
            steps[i] = flight.SecondsAfter(i);
        Array.Sort(steps);
        return steps[steps.Length / 2];
    }
}
