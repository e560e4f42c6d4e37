namespace Overflight.MavlinkGenerator;

/// <summary>A definition that cannot be: its text says which and why.</summary>
internal sealed class DefinitionException(string message) : Exception(message);
