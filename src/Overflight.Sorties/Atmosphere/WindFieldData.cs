using System.Text.Json.Serialization;

namespace Overflight.Sorties.Atmosphere;

/// <summary>A wind field as a scenario's JSON writes it; <c>kind</c> tells which.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(ConstantWind), "constant")]
[JsonDerivedType(typeof(ShearWind), "shear")]
[JsonDerivedType(typeof(GridWind), "grid")]
[JsonDerivedType(typeof(VortexWind), "vortex")]
[JsonDerivedType(typeof(WindSum), "sum")]
public abstract record WindFieldData
{
    /// <summary>The field, checked.</summary>
    /// <exception cref="InvalidDataException">A field of the record is out of its range; the message names it.</exception>
    public abstract IWindField Build();
}
