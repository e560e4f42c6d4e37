using System.Text.Json.Serialization;

namespace Overflight.Sorties.Autopilot;

/// <summary>A command to the aircraft; <c>kind</c> tells which. The hierarchy is closed.</summary>
/// <param name="By">The station that gives it.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(TakeOffCommand), "takeOff")]
[JsonDerivedType(typeof(GoToCommand), "goto")]
[JsonDerivedType(typeof(OrbitCommand), "orbit")]
[JsonDerivedType(typeof(HoldCommand), "hold")]
[JsonDerivedType(typeof(ResumeCommand), "resume")]
[JsonDerivedType(typeof(RouteCommand), "route")]
[JsonDerivedType(typeof(ReturnCommand), "return")]
[JsonDerivedType(typeof(DivertCommand), "divert")]
[JsonDerivedType(typeof(AltitudeCommand), "altitude")]
[JsonDerivedType(typeof(SpeedCommand), "speed")]
[JsonDerivedType(typeof(OfferControlCommand), "offerControl")]
[JsonDerivedType(typeof(AcceptControlCommand), "acceptControl")]
[JsonDerivedType(typeof(DeclineControlCommand), "declineControl")]
public abstract record SortieCommand(string By)
{
    /// <summary>Its name in events.</summary>
    [JsonIgnore]
    public string Name => GetType().Name.Replace("Command", "", StringComparison.Ordinal);

    /// <summary>The STANAG 4586 level of interoperability that its giver needs.</summary>
    [JsonIgnore]
    internal virtual int NeededLevel => 4;
}
