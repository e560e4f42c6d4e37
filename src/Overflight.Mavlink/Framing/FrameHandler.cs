namespace Overflight.Mavlink.Framing;

/// <summary>Is handed each frame that was found.</summary>
/// <param name="frame">The frame; its bytes hold only until this returns.</param>
public delegate void FrameHandler(FrameView frame);
