namespace Overflight.Misb.Sight;

/// <summary>
/// A turn from the axes of a body (forward, right, down) into those of what carries it: of a sensor into its platform's, of a platform
/// into north, east, down. Turns follow one another as MISB ST 0601 has it: first about the down axis, then right, then forward.
/// </summary>
public readonly struct Rotation : IEquatable<Rotation>
{
    private readonly double _ff, _fr, _fd, _rf, _rr, _rd, _df, _dr, _dd;

    private Rotation(double ff, double fr, double fd, double rf, double rr, double rd, double df, double dr, double dd) =>
        (_ff, _fr, _fd, _rf, _rr, _rd, _df, _dr, _dd) = (ff, fr, fd, rf, rr, rd, df, dr, dd);

    /// <summary>No turn.</summary>
    public static Rotation None { get; } = new(1, 0, 0, 0, 1, 0, 0, 0, 1);

    /// <summary>The turn by heading (or azimuth), pitch (or elevation) and roll, degrees: clockwise from above, nose up, right side down.</summary>
    public static Rotation Of(double headingDegrees, double pitchDegrees, double rollDegrees)
    {
        var (sh, ch) = Math.SinCos(double.DegreesToRadians(headingDegrees));
        var (sp, cp) = Math.SinCos(double.DegreesToRadians(pitchDegrees));
        var (sr, cr) = Math.SinCos(double.DegreesToRadians(rollDegrees));
        return new Rotation(
            ch * cp, ch * sp * sr - sh * cr, ch * sp * cr + sh * sr,
            sh * cp, sh * sp * sr + ch * cr, sh * sp * cr - ch * sr,
            -sp, cp * sr, cp * cr);
    }

    /// <summary>The turn that does both: <paramref name="inner"/> within <paramref name="outer"/>.</summary>
    public static Rotation operator *(Rotation outer, Rotation inner)
    {
        var forward = outer.Apply(inner._ff, inner._rf, inner._df);
        var right = outer.Apply(inner._fr, inner._rr, inner._dr);
        var down = outer.Apply(inner._fd, inner._rd, inner._dd);
        return new Rotation(
            forward.Forward, right.Forward, down.Forward,
            forward.Right, right.Right, down.Right,
            forward.Down, right.Down, down.Down);
    }

    /// <summary>A vector of the body in the axes of what carries it.</summary>
    public (double Forward, double Right, double Down) Apply(double forward, double right, double down) => (
        _ff * forward + _fr * right + _fd * down,
        _rf * forward + _rr * right + _rd * down,
        _df * forward + _dr * right + _dd * down);

    /// <summary>The turn back.</summary>
    public Rotation Inverse() => new(_ff, _rf, _df, _fr, _rr, _dr, _fd, _rd, _dd);

    /// <summary>The angles that make this turn: heading 0 to 360, pitch -90 to 90, roll -180 to 180 degrees. Straight up or down the roll is 0 and the heading holds both.</summary>
    public (double HeadingDegrees, double PitchDegrees, double RollDegrees) Angles()
    {
        var level = Math.Sqrt(_ff * _ff + _rf * _rf);
        var pitch = double.RadiansToDegrees(Math.Atan2(-_df, level));
        if (level < 1e-12)
            return (InTurn(double.RadiansToDegrees(Math.Atan2(-_fr, _rr))), pitch, 0);
        return (InTurn(double.RadiansToDegrees(Math.Atan2(_rf, _ff))), pitch, double.RadiansToDegrees(Math.Atan2(_dr, _dd)));
    }

    /// <inheritdoc/>
    public bool Equals(Rotation other) =>
        (_ff, _fr, _fd, _rf, _rr, _rd, _df, _dr, _dd).Equals((other._ff, other._fr, other._fd, other._rf, other._rr, other._rd, other._df, other._dr, other._dd));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Rotation other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_ff, _fr, _fd, _rf, _rr, _rd, _df, _dr);

    /// <summary>Whether two turns are the same.</summary>
    public static bool operator ==(Rotation left, Rotation right) => left.Equals(right);

    /// <summary>Whether two turns differ.</summary>
    public static bool operator !=(Rotation left, Rotation right) => !left.Equals(right);

    private static double InTurn(double degrees) => degrees < 0 ? degrees + 360 : degrees;
}
