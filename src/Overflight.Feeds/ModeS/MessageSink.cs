namespace Overflight.Feeds.ModeS;

/// <summary>Takes decoded messages one by one, in the order of the input.</summary>
/// <param name="message">The message; not valid after the call returns.</param>
public delegate void MessageSink(in DecodedMessage message);
