namespace Overflight.Feeds.ModeS;

/// <summary>
/// Airborne velocity, register 0,9, type code 19, DO-260B 2.2.3.2.6. Bits of ME: 6-8 subtype (1 over ground, 2 the same
/// supersonic in steps of 4 kt, 3 through air, 4 the same supersonic); 9 intent change (TIS-B and ADS-R: IMF); 11-13 NACv;
/// subtypes 1, 2: 14 west, 15-24 east-west speed, 25 south, 26-35 north-south speed;
/// subtypes 3, 4: 14 heading valid, 15-24 heading of 360/1024 degrees, 25 true air speed (else indicated), 26-35 air speed;
/// 36 rate barometric (else geometric), 37 down, 38-46 rate of 64 ft/min; 49 geometric below barometric, 50-56 difference of
/// 25 ft. Speeds, rate and difference count from 1; 0 is no information.
/// </summary>
internal readonly record struct AirborneVelocity(int Subtype, ulong Message)
{
    public static AirborneVelocity Of(ulong me) => new(Field.Of(me, 6, 8), me);

    public bool IsKnownSubtype => Subtype is >= 1 and <= 4;

    public bool IsOverGround => Subtype is 1 or 2;

    public bool Imf => Field.IsSet(Message, 9);

    public int NacV => Field.Of(Message, 11, 13);

    private int Step => Subtype is 2 or 4 ? 4 : 1;

    public bool HasGroundSpeed => IsOverGround && Field.Of(Message, 15, 24) != 0 && Field.Of(Message, 26, 35) != 0;

    private float East => Sign(14) * (Field.Of(Message, 15, 24) - 1) * Step;

    private float North => Sign(25) * (Field.Of(Message, 26, 35) - 1) * Step;

    /// <summary>Knots; NaN where not given.</summary>
    public float GroundSpeedKnots => HasGroundSpeed ? MathF.Sqrt(East * East + North * North) : float.NaN;

    /// <summary>Degrees, 0 to 360; NaN where not given or standing still.</summary>
    public float TrackDegrees
    {
        get
        {
            if (!HasGroundSpeed || (East == 0 && North == 0))
                return float.NaN;
            var degrees = MathF.Atan2(East, North) * (180 / MathF.PI);
            return degrees < 0 ? degrees + 360 : degrees;
        }
    }

    /// <summary>Degrees, 0 to 360; NaN where not given.</summary>
    public float HeadingDegrees => !IsOverGround && Field.IsSet(Message, 14) ? Field.Of(Message, 15, 24) * (360f / 1024) : float.NaN;

    public bool IsTrueAirSpeed => Field.IsSet(Message, 25);

    /// <summary>Knots; NaN where not given.</summary>
    public float AirSpeedKnots => !IsOverGround && Field.Of(Message, 26, 35) is > 0 and var speed ? (speed - 1) * Step : float.NaN;

    public bool IsRateGeometric => !Field.IsSet(Message, 36);

    /// <summary>Feet per minute, climb positive; NaN where not given.</summary>
    public float VerticalRateFeetPerMinute => Field.Of(Message, 38, 46) is > 0 and var rate ? Sign(37) * (rate - 1) * 64 : float.NaN;

    /// <summary>Geometric height minus pressure altitude, feet; NaN where not given.</summary>
    public float GeometricMinusBarometricFeet => Field.Of(Message, 50, 56) is > 0 and var difference ? Sign(49) * (difference - 1) * 25 : float.NaN;

    private int Sign(int bit) => Field.IsSet(Message, bit) ? -1 : 1;
}
