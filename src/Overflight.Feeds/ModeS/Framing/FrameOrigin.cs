namespace Overflight.Feeds.ModeS;

/// <summary>Where a frame comes from, as the format around it tells.</summary>
public enum FrameOrigin : byte
{
    /// <summary>Received on 1090 MHz.</summary>
    Received,

    /// <summary>Made by a program from a multilateration result (the Beast clock reads <c>FF 00 "MLAT"</c>).</summary>
    Multilateration,

    /// <summary>Made by a program from something else (another <c>FF 00 "MLA"</c> clock).</summary>
    Synthetic,
}
