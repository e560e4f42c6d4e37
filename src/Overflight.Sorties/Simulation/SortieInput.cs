using System.Text.Json.Serialization;
using Overflight.Sorties.Autopilot;

namespace Overflight.Sorties.Simulation;

/// <summary>Something that came from outside while it flew.</summary>
/// <param name="Step">The step before which it came.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "input")]
[JsonDerivedType(typeof(CommandInput), "command")]
[JsonDerivedType(typeof(FencesInput), "fences")]
[JsonDerivedType(typeof(LinkInput), "link")]
public abstract record SortieInput(long Step);
