namespace Overflight.Designations;

/// <summary>A name of an entry, as the list writes it.</summary>
/// <param name="Text">The name.</param>
/// <param name="Kind">How it belongs to the entry.</param>
/// <param name="Quality">How good the list says it is.</param>
public sealed record ListedName(string Text, NameKind Kind, NameQuality Quality);
