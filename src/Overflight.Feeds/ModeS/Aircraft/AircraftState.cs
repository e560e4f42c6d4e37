namespace Overflight.Feeds.ModeS;

/// <summary>What is remembered of one aircraft (or one ground vehicle, or one target of a ground station). Times are microseconds.</summary>
internal struct AircraftState
{
    /// <summary>A time before all others.</summary>
    public const long Never = long.MinValue / 2;

    public uint Key;
    public long LastHeard;

    /// <summary>When a message with sound parity of its own last named the address, or one recovered from it did.</summary>
    public long Confirmed;

    public PositionState Position;

    public ulong Callsign;
    public long CallsignTime;
    public int AltitudeFeet;
    public long AltitudeTime;
    public short Squawk;
    public long SquawkTime;

    public float SpeedKnots;
    public float TrackDegrees;
    public float VerticalRateFeetPerMinute;
    public long VelocityTime;
    public bool IsRateGeometric;
    public sbyte NacV;

    public sbyte Version;
    public sbyte SupplementA;
    public sbyte SupplementC;
    public long VersionTime;
    public sbyte NacP;
    public sbyte Sil;
    public long AccuracyTime;
    public bool IsSurfaceAngleHeading;

    public float SelectedAltitudeFeet;
    public long SelectedTime;

    public static AircraftState New(uint key) => new()
    {
        Key = key,
        LastHeard = Never,
        Confirmed = Never,
        CallsignTime = Never,
        AltitudeTime = Never,
        Squawk = -1,
        SquawkTime = Never,
        SpeedKnots = float.NaN,
        TrackDegrees = float.NaN,
        VerticalRateFeetPerMinute = float.NaN,
        VelocityTime = Never,
        NacV = -1,
        Version = -1,
        SupplementA = -1,
        SupplementC = -1,
        VersionTime = Never,
        NacP = -1,
        Sil = -1,
        AccuracyTime = Never,
        SelectedAltitudeFeet = float.NaN,
        SelectedTime = Never,
    };
}
