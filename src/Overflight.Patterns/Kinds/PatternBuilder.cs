using Overflight.Geodesy;
using Overflight.Tracks.Preparing;

namespace Overflight.Patterns.Kinds;

/// <summary>Makes a finding of a chosen stretch: measures it once more and puts it in words of the earth.</summary>
internal static class PatternBuilder
{
    private const int RingCorners = 48;

    public static FlightPattern Build(StretchJudge judge, PreparedFlight flight, Motion motion, float[] feet, in Candidate candidate)
    {
        var (first, last) = (candidate.First, candidate.Last);
        if (candidate.Kind == FlightKind.Transit)
            return Transit(flight, motion, feet, first, last);
        judge.Measure(motion, first, last);
        var (plane, round) = (judge.Plane, judge.Round);
        var n = plane.Count;
        var (cx, cy) = MeanCentre(round, n, plane);
        var pattern = new FlightPattern
        {
            Kind = candidate.Kind,
            First = first,
            Last = last,
            Start = flight.TimeAt(first),
            End = flight.TimeAt(last),
            Score = candidate.Score,
            Centre = plane.ToPoint(cx, cy),
            SpeedKnots = round.Speed / SiUnits.MetresPerSecondPerKnot,
            ClimbFeet = feet[last] - feet[first],
            LongestSilenceSeconds = LongestStep(motion, first, last),
            ObservedSeconds = round.ObservedSeconds,
        };
        return candidate.Kind switch
        {
            FlightKind.Ladder => WithLines(pattern, judge),
            FlightKind.Calibration => WithExtent(pattern, round, plane, Hull(plane)) with { Lines = judge.LastCalibration.Lines, Turns = judge.LastCalibration.Arc / (2 * Math.PI), Centre = judge.CalibrationPoint },
            FlightKind.Orbit or FlightKind.ThermalCircling or FlightKind.Holding or FlightKind.Racetrack => WithTurns(pattern, round, plane),
            _ => WithExtent(pattern, round, plane, Hull(plane)),
        };
    }

    private static FlightPattern Transit(PreparedFlight flight, Motion motion, float[] feet, int first, int last)
    {
        var (observed, flown, longest) = (0.0, 0.0, 0.0);
        for (var i = first + 1; i <= last; i++)
        {
            var seconds = motion.StepSeconds(i);
            longest = Math.Max(longest, seconds);
            seconds = Math.Min(Motion.LongestStepSeconds, seconds);
            (observed, flown) = (observed + seconds, flown + 0.5 * (motion.Speed[i] + motion.Speed[i - 1]) * seconds);
        }
        return new FlightPattern
        {
            Kind = FlightKind.Transit,
            First = first,
            Last = last,
            Start = flight.TimeAt(first),
            End = flight.TimeAt(last),
            Score = 1,
            Centre = flight.PositionAt((first + last) / 2),
            SpeedKnots = flown / Math.Max(1e-9, observed) / SiUnits.MetresPerSecondPerKnot,
            ClimbFeet = feet[last] - feet[first],
            LongestSilenceSeconds = longest,
            ObservedSeconds = observed,
        };
    }

    private static FlightPattern WithTurns(FlightPattern pattern, RoundMeasure round, StretchPlane plane)
    {
        var n = plane.Count;
        var ((ax, ay), (bx, by)) = (round.CentreAt(0), round.CentreAt(n - 1));
        var (dx, dy) = (bx - ax, by - ay);
        var drift = Math.Sqrt(dx * dx + dy * dy);
        var isOneWay = Math.Abs(round.Swirl) >= RoundKinds.LeastSwirl;
        var isRound = round.Elongation <= 1.7;
        return WithExtent(pattern, round, plane, isRound ? Discs(round, plane) : Hull(plane)) with
        {
            RadiusMetres = round.Radius,
            RadiusSpread = round.Spread,
            Turns = round.Turns,
            Direction = !isOneWay ? TurnDirection.NotTold : round.Swirl < 0 ? TurnDirection.Clockwise : TurnDirection.Anticlockwise,
            DriftMetres = drift,
            DriftDegrees = drift > 0 ? (double.RadiansToDegrees(Math.Atan2(dx, dy)) + 360) % 360 : double.NaN,
        };
    }

    private static FlightPattern WithLines(FlightPattern pattern, StretchJudge judge)
    {
        judge.MeasureLines();
        var lines = judge.Parallel;
        return pattern with
        {
            AxisDegrees = double.RadiansToDegrees(lines.Axis),
            LengthMetres = lines.Length,
            WidthMetres = lines.Width,
            Lines = lines.Lines,
            SpacingMetres = lines.Spacing,
            Ground = Hull(judge.Plane),
        };
    }

    private static FlightPattern WithExtent(FlightPattern pattern, RoundMeasure round, StretchPlane plane, List<GeoPoint> ground)
    {
        var (cosine, sine) = (Math.Cos(round.Axis), Math.Sin(round.Axis));
        var (west, east, south, north) = (double.MaxValue, double.MinValue, double.MaxValue, double.MinValue);
        for (var i = 0; i < plane.Count; i++)
        {
            var (along, across) = (plane.X[i] * cosine + plane.Y[i] * sine, plane.Y[i] * cosine - plane.X[i] * sine);
            (west, east, south, north) = (Math.Min(west, along), Math.Max(east, along), Math.Min(south, across), Math.Max(north, across));
        }
        return pattern with
        {
            AxisDegrees = (90 - double.RadiansToDegrees(round.Axis) + 360) % 180,
            LengthMetres = east - west,
            WidthMetres = north - south,
            Ground = ground,
        };
    }

    private static (double X, double Y) MeanCentre(RoundMeasure round, int count, StretchPlane plane)
    {
        var (x, y, weight) = (0.0, 0.0, 0.0);
        for (var i = 0; i < count; i++)
        {
            var (cx, cy) = round.CentreAt(i);
            (x, y, weight) = (x + plane.Weight[i] * cx, y + plane.Weight[i] * cy, weight + plane.Weight[i]);
        }
        return weight > 0 ? (x / weight, y / weight) : (0, 0);
    }

    /// <summary>The hull of the discs about the centres.</summary>
    private static List<GeoPoint> Discs(RoundMeasure round, StretchPlane plane)
    {
        var corners = new List<(double X, double Y)>();
        var (lastX, lastY) = (double.NaN, double.NaN);
        for (var i = 0; i < plane.Count; i++)
        {
            var (cx, cy) = round.CentreAt(i);
            if (Math.Abs(cx - lastX) + Math.Abs(cy - lastY) < 0.05 * round.Radius)
                continue;
            (lastX, lastY) = (cx, cy);
            for (var c = 0; c < RingCorners; c++)
            {
                var (sine, cosine) = Math.SinCos(2 * Math.PI * c / RingCorners);
                corners.Add((cx + round.Radius * sine, cy + round.Radius * cosine));
            }
        }
        return [.. ConvexHull.Of(corners).Select(c => plane.ToPoint(c.X, c.Y))];
    }

    private static List<GeoPoint> Hull(StretchPlane plane)
    {
        var corners = new List<(double X, double Y)>(plane.Count);
        for (var i = 0; i < plane.Count; i++)
            corners.Add((plane.X[i], plane.Y[i]));
        return [.. ConvexHull.Of(corners).Select(c => plane.ToPoint(c.X, c.Y))];
    }

    private static double LongestStep(Motion motion, int first, int last)
    {
        var longest = 0.0;
        for (var i = first + 1; i <= last; i++)
            longest = Math.Max(longest, motion.StepSeconds(i));
        return longest;
    }
}
