namespace Overflight.Feeds.ModeS;

/// <summary>The transponder registers that a Comm-B reply may hold (Doc 9871 table A-2-1); the value is the two digits in hex.</summary>
public enum CommBRegister : byte
{
    /// <summary>Not known.</summary>
    None = 0,

    /// <summary>1,0 data link capability.</summary>
    DataLinkCapability = 0x10,

    /// <summary>1,7 common usage GICB capability.</summary>
    GicbCapability = 0x17,

    /// <summary>2,0 aircraft identification.</summary>
    Identification = 0x20,

    /// <summary>3,0 ACAS active resolution advisory.</summary>
    ResolutionAdvisory = 0x30,

    /// <summary>4,0 selected vertical intention.</summary>
    SelectedVerticalIntention = 0x40,

    /// <summary>4,4 meteorological routine air report.</summary>
    Meteorological = 0x44,

    /// <summary>5,0 track and turn.</summary>
    TrackAndTurn = 0x50,

    /// <summary>6,0 heading and speed.</summary>
    HeadingAndSpeed = 0x60,
}
