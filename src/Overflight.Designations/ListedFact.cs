namespace Overflight.Designations;

/// <summary>A further column or element of an entry, such as a vessel's flag.</summary>
/// <param name="Name">What it is: <c>title</c>, <c>callSign</c>, <c>vesselType</c>, <c>tonnage</c>, <c>grossRegisteredTonnage</c>, <c>flag</c>, <c>owner</c>, <c>dataId</c>.</param>
/// <param name="Value">As the list writes it.</param>
public sealed record ListedFact(string Name, string Value);
