namespace Overflight.Feeds.Sbs;

/// <summary>The fields of a line by place, from 0.</summary>
internal enum SbsField
{
    /// <summary>MSG, MLAT, SEL, ID, AIR, STA or CLK.</summary>
    Kind = 0,

    /// <summary>1 to 8 for MSG and MLAT.</summary>
    Transmission = 1,

    /// <summary>24-bit address, hexadecimal.</summary>
    Address = 4,

    /// <summary>Date the message was generated, <c>yyyy/MM/dd</c>.</summary>
    DateGenerated = 6,

    /// <summary>Time it was generated, <c>HH:mm:ss.fff</c>.</summary>
    TimeGenerated = 7,

    /// <summary>Date it was logged.</summary>
    DateLogged = 8,

    /// <summary>Time it was logged.</summary>
    TimeLogged = 9,

    /// <summary>Call sign (also in SEL, ID and AIR lines).</summary>
    Callsign = 10,

    /// <summary>Pressure altitude, feet.</summary>
    Altitude = 11,

    /// <summary>Ground speed, knots.</summary>
    GroundSpeed = 12,

    /// <summary>Track over ground, degrees.</summary>
    Track = 13,

    /// <summary>Latitude, degrees.</summary>
    Latitude = 14,

    /// <summary>Longitude, degrees.</summary>
    Longitude = 15,

    /// <summary>Vertical rate, feet per minute.</summary>
    VerticalRate = 16,

    /// <summary>Mode A code.</summary>
    Squawk = 17,

    /// <summary>On ground: −1 or 1, and 0.</summary>
    OnGround = 21,
}
