using System.Buffers.Binary;
using Overflight.Mavlink.Messages;

namespace Overflight.Mavlink.Protocols.Parameters;

/// <summary>The value of a parameter: a number of up to 32 bits and its type.</summary>
/// <remarks>Two ways to carry it in a float: the bytes of its type (PX4), or cast to a float (ArduPilot; whole numbers above 2^24 lose digits).</remarks>
public readonly record struct ParameterValue
{
    private ParameterValue(MavParamType type, double number)
    {
        Type = type;
        Number = number;
    }

    /// <summary>Its type.</summary>
    public MavParamType Type { get; }

    /// <summary>Its number; whole where the type is.</summary>
    public double Number { get; }

    /// <summary>A 32-bit float.</summary>
    public static ParameterValue Real(float value) => new(MavParamType.Real32, value);

    /// <summary>A whole number of 32 bits.</summary>
    public static ParameterValue Whole(int value) => new(MavParamType.Int32, value);

    /// <summary>A number of a type.</summary>
    /// <exception cref="ArgumentException">The type has 64 bits, or cannot hold the number.</exception>
    public static ParameterValue Of(MavParamType type, double number) => type switch
    {
        MavParamType.Real32 => Real((float)number),
        MavParamType.Uint8 => Checked(type, number, byte.MinValue, byte.MaxValue),
        MavParamType.Int8 => Checked(type, number, sbyte.MinValue, sbyte.MaxValue),
        MavParamType.Uint16 => Checked(type, number, ushort.MinValue, ushort.MaxValue),
        MavParamType.Int16 => Checked(type, number, short.MinValue, short.MaxValue),
        MavParamType.Uint32 => Checked(type, number, uint.MinValue, uint.MaxValue),
        MavParamType.Int32 => Checked(type, number, int.MinValue, int.MaxValue),
        _ => throw new ArgumentException($"a parameter of type {type} does not fit in a message"),
    };

    /// <summary>The float that carries it.</summary>
    /// <param name="bytewise">By the bytes of its type, or else cast.</param>
    public float Encode(bool bytewise)
    {
        if (!bytewise || Type == MavParamType.Real32)
            return (float)Number;
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, unchecked((int)(long)Number));
        if (Type is MavParamType.Uint8 or MavParamType.Int8)
            bytes[1..].Clear();
        else if (Type is MavParamType.Uint16 or MavParamType.Int16)
            bytes[2..].Clear();
        return BinaryPrimitives.ReadSingleLittleEndian(bytes);
    }

    /// <summary>Reads the float that carries it.</summary>
    /// <returns>Whether it can be: the type fits in a message and holds the number.</returns>
    public static bool TryDecode(MavParamType type, float carried, bool bytewise, out ParameterValue value)
    {
        var bits = BitConverter.SingleToInt32Bits(carried);
        double? number = !bytewise || type == MavParamType.Real32 ? carried : type switch
        {
            MavParamType.Uint8 => (byte)bits,
            MavParamType.Int8 => (sbyte)bits,
            MavParamType.Uint16 => (ushort)bits,
            MavParamType.Int16 => (short)bits,
            MavParamType.Uint32 => (uint)bits,
            MavParamType.Int32 => bits,
            _ => null,
        };
        value = default;
        if (number is null)
            return false;
        try
        {
            value = Of(type, number.Value);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static ParameterValue Checked(MavParamType type, double number, double least, double greatest) =>
        number == Math.Round(number) && number >= least && number <= greatest ? new(type, number)
            : throw new ArgumentException($"{number} is no value of type {type}");
}
