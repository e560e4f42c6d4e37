namespace Overflight.Feeds.Asterix;

/// <summary>What one record says of one target, as far as a track needs it. Absent numbers are NaN or −1.</summary>
internal struct TargetReport
{
    public static readonly TargetReport Nothing = new()
    {
        DataSource = -1,
        TimeOfDayMicroseconds = -1,
        TimeStands = TimeRank.None,
        Address = -1,
        IsIcaoAddress = true,
        TrackNumber = -1,
        LatitudeDegrees = double.NaN,
        LongitudeDegrees = double.NaN,
        SlantRangeMetres = double.NaN,
        AzimuthDegrees = double.NaN,
        BarometricAltitudeFeet = float.NaN,
        GeometricAltitudeFeet = float.NaN,
        GroundSpeedKnots = float.NaN,
        TrackDegrees = float.NaN,
        VerticalRateFeetPerMinute = float.NaN,
        AccuracyMetres = float.NaN,
        ContainmentMetres = float.NaN,
        IntegrityCode = -1,
        MopsVersion = -1,
        NacP = -1,
        Sil = -1,
        Squawk = -1,
        EmitterCategory = -1,
    };

    /// <summary>System area code and system identification code, as one number.</summary>
    public int DataSource;

    /// <summary>Since midnight UTC.</summary>
    public long TimeOfDayMicroseconds;

    public TimeRank TimeStands;

    public int Address;

    public bool IsIcaoAddress;

    public int TrackNumber;

    public double LatitudeDegrees;

    public double LongitudeDegrees;

    public double SlantRangeMetres;

    /// <summary>Clockwise from north at the radar.</summary>
    public double AzimuthDegrees;

    public float BarometricAltitudeFeet;

    public float GeometricAltitudeFeet;

    public float GroundSpeedKnots;

    public float TrackDegrees;

    public float VerticalRateFeetPerMinute;

    public bool IsGeometricRate;

    public float AccuracyMetres;

    public float ContainmentMetres;

    /// <summary>NUCp (MOPS version 0) or NIC (later ones).</summary>
    public sbyte IntegrityCode;

    public sbyte MopsVersion;

    public sbyte NacP;

    public sbyte Sil;

    public short Squawk;

    public short EmitterCategory;

    /// <summary>Eight characters of six bits; 0 where absent.</summary>
    public ulong Identification;

    /// <summary>Four letters of a type designator (Doc 8643); 0 where absent.</summary>
    public uint TypeDesignator;

    public bool IsOnGround;

    /// <summary>Simulated, a test target, or a fixed transponder that monitors the radar.</summary>
    public bool IsNoAircraft;

    /// <summary>The tracker went on without a measurement.</summary>
    public bool IsExtrapolated;

    /// <summary>The source itself doubts the report.</summary>
    public bool IsDoubtful;

    public bool TrackBegins;

    public bool TrackEnds;

    public readonly bool HasPosition => !double.IsNaN(LatitudeDegrees);

    public readonly bool HasPolarPosition => !double.IsNaN(SlantRangeMetres);

    /// <summary>Takes a time of day in units of 1/128 s unless a better one is known.</summary>
    public void TakeTime(ReadOnlySpan<byte> data, TimeRank rank)
    {
        if (rank <= TimeStands)
            return;
        TimeStands = rank;
        TimeOfDayMicroseconds = Octets.Unsigned24(data) * 15_625L / 2;
    }

    /// <summary>Takes a Mode 3/A code of four octal digits.</summary>
    public void TakeModeA(int code) =>
        Squawk = (short)((code >> 9 & 7) * 1000 + (code >> 6 & 7) * 100 + (code >> 3 & 7) * 10 + (code & 7));
}
