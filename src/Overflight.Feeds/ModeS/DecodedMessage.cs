using Overflight.Tracks;

namespace Overflight.Feeds.ModeS;

/// <summary>What one message says, and what its aircraft's earlier messages add to it.</summary>
public record struct DecodedMessage
{
    /// <summary>The message as received.</summary>
    public RawFrame Raw { get; internal set; }

    /// <summary>The bits that were decoded: <see cref="Raw"/>'s, but for a bit put right.</summary>
    public ModeSFrame Frame { get; internal set; }

    /// <summary>What the parity says.</summary>
    public ParityStatus Parity { get; internal set; }

    /// <summary>Who sent it, or <see cref="AircraftAddress.None"/> where that is not certain.</summary>
    public AircraftAddress Address { get; internal set; }

    /// <summary>Which way it came: <see cref="FixSource.Adsb"/>, <see cref="FixSource.Adsr"/>, <see cref="FixSource.Tisb"/> or <see cref="FixSource.Mlat"/> for a squitter, else unknown.</summary>
    public FixSource Source { get; internal set; }

    /// <summary>The squitter's type code, 0 to 31; −1 for other messages.</summary>
    public sbyte TypeCode { get; internal set; }

    /// <summary>The register of a Comm-B reply.</summary>
    public CommBReading CommB { get; internal set; }

    /// <summary>Feet; meaningful where <see cref="AltitudeType"/> is not none.</summary>
    public int AltitudeFeet { get; internal set; }

    /// <summary>What the altitude is above.</summary>
    public AltitudeType AltitudeType { get; internal set; }

    /// <summary>Mode A code as in <see cref="Fix.Squawk"/>, −1 where neither the message nor, with a position, the last minute gives it.</summary>
    public short Squawk { get; internal set; }

    /// <summary>1 on the ground, 0 in the air, −1 where the message does not say.</summary>
    public sbyte OnGround { get; internal set; }

    /// <summary>The position and all that belongs to it, where <see cref="HasPosition"/>.</summary>
    public Fix Fix { get; internal set; }

    /// <summary>Whether this message gave a position.</summary>
    public bool HasPosition { get; internal set; }

    /// <summary>Whether this message carries a position code, resolved or not.</summary>
    public bool HasPositionCode { get; internal set; }

    /// <summary>The ADS-B version of the aircraft, −1 where not heard; on messages with a position code.</summary>
    public sbyte Version { get; internal set; }

    /// <summary>NUCp, which version 0 sends in place of NIC; −1 elsewhere.</summary>
    public sbyte NucP { get; internal set; }

    /// <summary>Navigation accuracy category for velocity as last heard, −1 where not; on messages with a position code.</summary>
    public sbyte NacV { get; internal set; }

    /// <summary>The call sign, six bits a character, that the message gives or, with a position, the last minute gave; 0 where none.</summary>
    internal ulong Callsign { get; set; }

    /// <summary>The call sign; empty where there is none.</summary>
    public readonly string CallsignText
    {
        get
        {
            Span<byte> text = stackalloc byte[8];
            return Callsign == 0 ? "" : System.Text.Encoding.ASCII.GetString(text[..CallsignCode.Write(Callsign, text)]);
        }
    }

    /// <summary>A message of which nothing but its bits is known.</summary>
    internal void Clear(in RawFrame raw, ParityStatus parity)
    {
        this = default;
        Raw = raw;
        Frame = raw.Frame;
        Parity = parity;
        Address = AircraftAddress.None;
        TypeCode = -1;
        AltitudeFeet = AltitudeCode.None;
        Squawk = -1;
        OnGround = -1;
        Version = -1;
        NucP = -1;
        NacV = -1;
    }
}
