namespace Overflight.Patterns.Kinds;

/// <summary>
/// Finds where a circle begins and ends. The box that a stretch comes from may be a little narrower than the circle and yet hold windows that
/// leave out a few fixes at one side; then it lacks up to half of a turn at either end, and wider boxes add too little to be looked at.
/// </summary>
internal static class CircleEnds
{
    // Of the radius: how far from the circle a fix may be. A way straight in or out is off it by so much after a fourteenth of a turn.
    private const double Off = 0.1;

    // A longer step does not tell which way round it was.
    private const double WidestStep = 0.4 * 2 * Math.PI;

    /// <summary>The first and last fix of the flight to which the stretch goes on round the same circle the same way: as they are where it is none.</summary>
    public static (int First, int Last) Of(RoundMeasure round, StretchPlane plane)
    {
        var (first, last) = (plane.First, plane.First + plane.Count - 1);
        if (!round.IsCircle)
            return (first, last);
        while (first > 0 && GoesOn(round, plane, round.CentreAt(0), first - 1, first, first - 1))
            first--;
        while (last < plane.Motion.Count - 1 && GoesOn(round, plane, round.CentreAt(plane.Count - 1), last, last + 1, last + 1))
            last++;
        return (first, last);
    }

    /// <summary>Whether a fix is on the circle and the step beside it went round the circle at its pace.</summary>
    private static bool GoesOn(RoundMeasure round, StretchPlane plane, (double X, double Y) centre, int from, int to, int fix)
    {
        var motion = plane.Motion;
        var (x, y) = plane.Place(fix);
        if (Math.Abs(Math.Sqrt(Square(x - centre.X) + Square(y - centre.Y)) - round.Radius) > Off * round.Radius || motion.StepSeconds(to) > Motion.LongestStepSeconds)
            return false;
        var ((ax, ay), (bx, by)) = (plane.Place(from), plane.Place(to));
        (ax, ay, bx, by) = (ax - centre.X, ay - centre.Y, bx - centre.X, by - centre.Y);
        var angle = Math.Sign(round.Swirl) * Math.Atan2(ax * by - ay * bx, ax * bx + ay * by);
        var flown = motion.FlownBetween(from, to) / round.Radius;
        return flown < WidestStep && angle > 0.5 * flown;
    }

    private static double Square(double value) => value * value;
}
