using Overflight.Cli.Running;
using Overflight.Record;
using Overflight.Record.Packaging;

namespace Overflight.Cli.Records;

/// <summary>Reads a file of disclosures that a user gives.</summary>
internal static class DisclosureInput
{
    /// <summary>Far more than 16 disclosures of the greatest length take.</summary>
    private const int MaximumLength = 4 << 20;

    /// <exception cref="UserError">It is no such file, or of another entry than asked for.</exception>
    public static DisclosureFile Read(string path, long? index = null)
    {
        if (new FileInfo(path).Length > MaximumLength)
            throw new UserError($"{path}: is no file of disclosures: it is longer than {MaximumLength} bytes");
        try
        {
            var file = DisclosureFile.Parse(File.ReadAllBytes(path), path);
            return index is null || file.Index == index ? file : throw new UserError($"{path}: opens entry {file.Index}, not {index}");
        }
        catch (RecordException error)
        {
            throw new UserError($"{path}: is no file of disclosures, such as \"record open --out\" writes: {error.Reason}");
        }
    }
}
