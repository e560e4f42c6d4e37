namespace Overflight.MavlinkGenerator;

/// <summary>A type of a field: its name in the XML, in C#, and in BinaryPrimitives; its size in bytes.</summary>
internal sealed record WireType(string Name, string CSharp, string Reader, int Size)
{
    private static readonly WireType[] s_all =
    [
        new("char", "byte", "", 1), new("uint8_t", "byte", "", 1), new("int8_t", "sbyte", "", 1),
        new("uint16_t", "ushort", "UInt16", 2), new("int16_t", "short", "Int16", 2),
        new("uint32_t", "uint", "UInt32", 4), new("int32_t", "int", "Int32", 4), new("float", "float", "Single", 4),
        new("uint64_t", "ulong", "UInt64", 8), new("int64_t", "long", "Int64", 8), new("double", "double", "Double", 8),
    ];

    /// <summary>Its name among the kinds that the library knows.</summary>
    public string Kind => Name switch
    {
        "char" => "Char",
        "uint8_t" => "UInt8",
        "int8_t" => "Int8",
        "float" => "Float32",
        "double" => "Float64",
        _ => Reader,
    };

    public static WireType Of(string name) =>
        s_all.FirstOrDefault(t => t.Name == name) ?? throw new DefinitionException($"no type is called {name}");
}
