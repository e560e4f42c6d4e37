using Overflight.Mavlink.Messages;

namespace Overflight.Mavlink.Protocols.Texts;

/// <summary>A text for people.</summary>
/// <param name="SystemId">System that sent it.</param>
/// <param name="ComponentId">Component that sent it.</param>
/// <param name="Severity">How grave.</param>
/// <param name="Text">The text.</param>
public sealed record StatusText(byte SystemId, byte ComponentId, MavSeverity Severity, string Text);
