namespace Overflight.Feeds.ModeS;

/// <summary>
/// Operational status, register 6,5, type code 31, DO-260B 2.2.3.2.7.2. Bits of ME: 6-8 subtype (0 airborne, 1 surface); 9-24
/// capabilities (surface: 17-19 NACv, 20 NIC supplement C); 25-40 operational modes (31-32 SDA in version 2); 41-43 version;
/// 44 NIC supplement A; 45-48 NACp; 49-50 GVA (airborne, version 2); 51-52 SIL; 53 NIC baro or heading; 54 horizontal
/// reference; 55 SIL per sample. Version 0 has none of what follows bit 43.
/// </summary>
internal readonly record struct OperationalStatus(ulong Message)
{
    public bool IsSurface => Field.Of(Message, 6, 8) == 1;

    /// <summary>Subtypes above 1 are reserved.</summary>
    public bool IsKnownSubtype => Field.Of(Message, 6, 8) <= 1;

    public int Version => Field.Of(Message, 41, 43);

    public bool SupplementA => Field.IsSet(Message, 44);

    public bool SupplementC => IsSurface && Version >= 2 && Field.IsSet(Message, 20);

    public int NacP => Field.Of(Message, 45, 48);

    /// <summary>NACv on the surface, −1 elsewhere.</summary>
    public int NacV => IsSurface && Version >= 2 ? Field.Of(Message, 17, 19) : -1;

    /// <summary>Geometric vertical accuracy, −1 where not given.</summary>
    public int Gva => !IsSurface && Version >= 2 ? Field.Of(Message, 49, 50) : -1;

    public int Sil => Field.Of(Message, 51, 52);

    /// <summary>System design assurance, −1 where not given.</summary>
    public int Sda => Version >= 2 ? Field.Of(Message, 31, 32) : -1;
}
