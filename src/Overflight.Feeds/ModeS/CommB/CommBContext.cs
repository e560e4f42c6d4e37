namespace Overflight.Feeds.ModeS;

/// <summary>What is known of an aircraft elsewhere, as far as it is fresh enough to compare with. NaN where it is not.</summary>
internal readonly ref struct CommBContext
{
    private const long FreshMicroseconds = 30_000_000;
    private const long SelectionMicroseconds = 60_000_000;
    private readonly ref readonly AircraftState _state;
    private readonly long _time;

    /// <param name="state">The aircraft.</param>
    /// <param name="time">Now.</param>
    /// <param name="altitudeFeet">The altitude of the reply itself, or <see cref="AltitudeCode.None"/>.</param>
    public CommBContext(ref readonly AircraftState state, long time, int altitudeFeet)
    {
        _state = ref state;
        _time = time;
        AltitudeFeet = altitudeFeet != AltitudeCode.None ? altitudeFeet
            : IsFresh(state.AltitudeTime, FreshMicroseconds) ? state.AltitudeFeet : float.NaN;
    }

    public float AltitudeFeet { get; }

    public float SpeedKnots => Fresh(_state.SpeedKnots, _state.VelocityTime, FreshMicroseconds);

    public float TrackDegrees => Fresh(_state.TrackDegrees, _state.VelocityTime, FreshMicroseconds);

    public float VerticalRateFeetPerMinute => Fresh(_state.VerticalRateFeetPerMinute, _state.VelocityTime, FreshMicroseconds);

    public float SelectedAltitudeFeet => Fresh(_state.SelectedAltitudeFeet, _state.SelectedTime, SelectionMicroseconds);

    /// <summary>The call sign as last heard, at whatever time; 0 where never.</summary>
    public ulong Callsign => _state.Callsign;

    private float Fresh(float value, long time, long limit) => IsFresh(time, limit) ? value : float.NaN;

    private bool IsFresh(long time, long limit) => Math.Abs(_time - time) <= limit;
}
