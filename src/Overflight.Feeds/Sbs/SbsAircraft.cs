namespace Overflight.Feeds.Sbs;

/// <summary>What the lines of one aircraft said last, with the time of each; a position is joined with what is young enough.</summary>
internal sealed class SbsAircraft
{
    /// <summary>How long altitude, speed, track, vertical rate and the ground flag count.</summary>
    public const long StateMicroseconds = 15_000_000;

    /// <summary>How long a squawk counts.</summary>
    public const long SquawkMicroseconds = 60_000_000;

    private (float Value, long Time) _altitude = (float.NaN, long.MinValue);
    private (float Value, long Time) _speed = (float.NaN, long.MinValue);
    private (float Value, long Time) _track = (float.NaN, long.MinValue);
    private (float Value, long Time) _rate = (float.NaN, long.MinValue);
    private (bool Value, long Time) _onGround = (false, long.MinValue);
    private (short Value, long Time) _squawk = (-1, long.MinValue);

    public void Take(in SbsLine line, long time)
    {
        Take(ref _altitude, line.Number(SbsField.Altitude), time);
        Take(ref _speed, line.Number(SbsField.GroundSpeed), time);
        Take(ref _track, line.Number(SbsField.Track), time);
        Take(ref _rate, line.Number(SbsField.VerticalRate), time);
        var ground = line.Field(SbsField.OnGround);
        if (!ground.IsEmpty)
            _onGround = (ground is not [(byte)'0'], time);
        if (SquawkText.Read(line.Field(SbsField.Squawk)) is >= 0 and var squawk)
            _squawk = (squawk, time);
    }

    public float AltitudeFeet(long time) => Young(_altitude.Time, time, StateMicroseconds) ? _altitude.Value : float.NaN;

    public float SpeedKnots(long time) => Young(_speed.Time, time, StateMicroseconds) ? _speed.Value : float.NaN;

    public float TrackDegrees(long time) => Young(_track.Time, time, StateMicroseconds) && _track.Value is >= 0 and <= 360 ? _track.Value % 360 : float.NaN;

    public float RateFeetPerMinute(long time) => Young(_rate.Time, time, StateMicroseconds) ? _rate.Value : float.NaN;

    public bool IsOnGround(long time) => _onGround.Value && Young(_onGround.Time, time, StateMicroseconds);

    public short Squawk(long time) => Young(_squawk.Time, time, SquawkMicroseconds) ? _squawk.Value : (short)-1;

    private static bool Young(long then, long now, long limit) => then != long.MinValue && Math.Abs(now - then) <= limit;

    private static void Take(ref (float, long) kept, double value, long time)
    {
        if (double.IsFinite(value))
            kept = ((float)value, time);
    }
}
