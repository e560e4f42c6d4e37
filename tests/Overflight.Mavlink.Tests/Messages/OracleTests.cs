using System.Text.Json;
using Overflight.Mavlink.Messages;

namespace Overflight.Mavlink.Tests.Messages;

/// <summary>The definitions are ours; node-mavlink's mappings are made of MAVLink's own: they must say the same.</summary>
public sealed class OracleTests
{
    private static readonly Dictionary<uint, JsonElement> s_oracle = Node.Run("table.mjs").Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => JsonDocument.Parse(line).RootElement).ToDictionary(m => m.GetProperty("id").GetUInt32());

    public static TheoryData<uint> Ids => [.. MessageTable.All.Select(m => m.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_message_is_as_the_mappings_have_it(uint id)
    {
        var ours = MessageTable.Find(id)!;
        Assert.True(s_oracle.TryGetValue(id, out var theirs), $"{ours} is not in the mappings");

        Assert.Equal(theirs.GetProperty("name").GetString(), ours.Name);
        Assert.Equal(theirs.GetProperty("crcExtra").GetByte(), ours.CrcExtra);
        Assert.Equal(theirs.GetProperty("length").GetInt32(), ours.Length);

        var fields = theirs.GetProperty("fields").EnumerateArray().OrderBy(f => f.GetProperty("offset").GetInt32()).ToArray();
        Assert.Equal(fields.Length, ours.Fields.Count);
        foreach (var (field, own) in fields.Zip(ours.Fields))
        {
            Assert.Equal((field.GetProperty("offset").GetInt32(), field.GetProperty("length").GetInt32(), field.GetProperty("extension").GetBoolean()), (own.Offset, own.ArrayLength, own.IsExtension));
            Assert.Equal(field.GetProperty("type").GetString()!.Replace("_mavlink_version", "", StringComparison.Ordinal).TrimEnd('[', ']'), WireName(own.Type));
            if (field.GetProperty("name").GetString() is { } name)
                Assert.Equal(name, own.Name);
            if (field.GetProperty("units").GetString() is { } units)
                Assert.Equal(units, own.Units);
        }
        var base_ = fields.Where(f => !f.GetProperty("extension").GetBoolean()).Sum(f => Math.Max(1, f.GetProperty("length").GetInt32()) * Size(f.GetProperty("type").GetString()!));
        Assert.Equal(base_, ours.MinimumLength);
    }

    [Fact]
    public void The_check_bytes_are_those_of_the_specification()
    {
        // Well known from every implementation: HEARTBEAT 50, ATTITUDE 39, COMMAND_LONG 152, GLOBAL_POSITION_INT 104.
        Assert.Equal([50, 39, 152, 104], new uint[] { 0, 30, 76, 33 }.Select(id => (int)MessageTable.Find(id)!.CrcExtra));
    }

    [Fact]
    public void Entries_of_enums_have_the_values_of_the_mappings()
    {
        var theirs = Node.Run("enums.mjs").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' '))
            .GroupBy(p => p[0]).ToDictionary(g => g.Key, g => g.Select(p => (p[1].Replace("_", "", StringComparison.Ordinal).ToUpperInvariant(), ulong.Parse(p[2]))).ToHashSet());
        var compared = 0;
        foreach (var type in typeof(MessageTable).Assembly.GetTypes().Where(t => t.IsEnum && t.Namespace == typeof(MessageTable).Namespace && t != typeof(FieldType)))
        {
            if (!theirs.TryGetValue(type.Name, out var entries))
                continue;
            foreach (var name in Enum.GetNames(type))
            {
                // Newer than the mappings.
                if (name == nameof(MavResult.NotInControl))
                    continue;
                var value = Convert.ToUInt64(Enum.Parse(type, name));
                Assert.True(entries.Any(e => e.Item2 == value && (name.ToUpperInvariant().EndsWith(e.Item1, StringComparison.Ordinal) || e.Item1.EndsWith(name.ToUpperInvariant(), StringComparison.Ordinal))), $"{type.Name}.{name} = {value} is not in the mappings");
                compared++;
            }
        }
        Assert.True(compared > 250, $"only {compared} entries were compared");
    }

    private static int Size(string type) => type.Contains("64", StringComparison.Ordinal) || type.StartsWith("double", StringComparison.Ordinal) ? 8
        : type.Contains("32", StringComparison.Ordinal) || type.StartsWith("float", StringComparison.Ordinal) ? 4
        : type.Contains("16", StringComparison.Ordinal) ? 2 : 1;

    private static string WireName(FieldType type) => type switch
    {
        FieldType.Float32 => "float",
        FieldType.Float64 => "double",
        FieldType.Char => "char",
        _ => type.ToString().ToLowerInvariant() + "_t",
    };
}
