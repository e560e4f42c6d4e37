using System.CommandLine;
using System.Globalization;
using System.Net;
using Overflight.Cli.Fly;
using Overflight.Cli.Running;
using Overflight.Cli.Verbs.Records;
using Overflight.Cli.Video;
using Overflight.Operations.Flying;
using Overflight.Operations.Recording;
using Overflight.Record;
using Overflight.Record.Notes;
using Overflight.Record.Storage;

namespace Overflight.Cli.Verbs;

/// <summary><c>fly</c>: a scenario, in the simulator, through the same checks and with the same traces as real flights.</summary>
internal static class FlyVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("SCENARIO.json") { Description = "who flies which sortie, in what air, and what happens on the way" };
        var papers = new Option<string?>("--papers") { Description = "the folder of documents; otherwise the one that the scenario lies in" };
        var output = new Option<string>("--out") { Description = "folder for what the flights leave", DefaultValueFactory = _ => "flown" };
        var rate = new Option<string>("--rate") { Description = "how many times faster than real time, or max", DefaultValueFactory = _ => "max" };
        var video = new Option<string?>("--video") { Description = "the sensors' video (STANAG 4609): a folder, or udp://HOST:PORT for the first aircraft's" };
        var mavlink = new Option<string?>("--mavlink") { Description = "udp://HOST:PORT of a ground station, such as QGroundControl, that arms and flies the first aircraft" };
        var vehicle = new Option<string?>("--vehicle") { Description = "udp://HOST:PORT to listen at for a real vehicle (ArduPilot, PX4), which flies the first aircraft's sortie instead of the simulator" };
        var linkKey = new Option<string?>("--mavlink-key") { Description = "file with the passphrase that signs that link; nothing unsigned is taken then" };
        var record = new Option<string?>("--record") { Description = "the record; otherwise one of the exercise's own, in the folder of --out" };
        var keys = RecordOptions.Keys(isRequired: false);
        var vault = new Option<string?>("--vault") { Description = "seal places, hulls and words of commands into this vault; otherwise they are left out of leaves" };
        var compartment = new Option<string?>("--compartment") { Description = "the vault's compartment for them" };
        var compartmentKeys = VaultOptions.CompartmentKeys(isRequired: false);
        var format = new Option<string>("--format") { Description = "text or json", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("fly", "Fly a scenario in the simulator: every sortie is judged and authorised before it is armed, and leaves what a real flight would. Exit code 1 where one was refused, or did not keep to what it was allowed.")
        {
            file, papers, output, rate, video, mavlink, vehicle, linkKey, record, keys, vault, compartment, compartmentKeys, format,
        };
        command.SetAction((parsed, cancellation) => Run(
            new(
                parsed.GetValue(file)!, parsed.GetValue(papers), parsed.GetValue(output)!, Rate(parsed.GetValue(rate)!), parsed.GetValue(video),
                Ground(parsed.GetValue(mavlink), parsed.GetValue(rate)!), Passphrase(parsed.GetValue(linkKey)), parsed.GetValue(format) == "json",
                !Console.IsOutputRedirected && parsed.GetValue(format) == "text"),
            Address("--vehicle", parsed.GetValue(vehicle)), parsed.GetValue(record), parsed.GetValue(keys) ?? [], (parsed.GetValue(vault), parsed.GetValue(compartment), parsed.GetValue(compartmentKeys) ?? []), cancellation));
        return command.WithExamples(
            "overflight fly scenario.json --papers papers/ --out flown/",
            "overflight fly scenario.json --papers papers/ --rate 20",
            "overflight fly scenario.json --papers papers/ --rate 1 --video udp://239.1.1.1:5004",
            "overflight fly scenario.json --papers papers/ --vehicle udp://0.0.0.0:14550 --mavlink-key ~/keys/link.txt",
            "overflight fly scenario.json --papers papers/ --record lantern/ --key ~/keys/lantern.key --vault vault/ --compartment crew --compartment-key ~/keys/crew.key");
    }

    private static async Task<int> Run(FlyRequest request, IPEndPoint? vehicle, string? record, string[] keys, (string? Path, string? Compartment, string[] Keys) vault, CancellationToken cancellation)
    {
        if (record is not null && keys.Length == 0)
            throw new UserError("--record needs --key, the log's key file");
        if (vault.Path is not null && (vault.Compartment is null || vault.Keys.Length == 0))
            throw new UserError("--vault needs --compartment and --compartment-key");
        Directory.CreateDirectory(request.Output);
        var (folder, keyFiles) = record is null ? OwnRecord(request.Output) : (record, keys);
        return await RecordOptions.WithRecord(folder, keyFiles, 0, async writer =>
        {
            if (vault.Path is null)
            {
                await using var leaves = new FlightRecord(writer);
                return await Fly(request, vehicle, writer, leaves, cancellation);
            }
            return await VaultOptions.WithVault(vault.Path, folder, vault.Keys, async (opened, _) =>
            {
                await using var leaves = new FlightRecord(writer, opened, vault.Compartment);
                return await Fly(request, vehicle, writer, leaves, cancellation);
            });
        });
    }

    private static Task<int> Fly(FlyRequest request, IPEndPoint? vehicle, RecordWriter writer, FlightRecord leaves, CancellationToken cancellation) =>
        vehicle is null ? new FlyRun(request).Run(writer, leaves, cancellation) : new VehicleRun(request, vehicle).Run(writer, leaves, cancellation);

    /// <summary>No flight without a record: an exercise that is given none makes its own.</summary>
    private static (string Folder, string[] Keys) OwnRecord(string output)
    {
        var (folder, keyFile) = (Path.Combine(output, "record"), Path.Combine(output, "record.key"));
        if (!Directory.Exists(folder))
        {
            using var key = LogKey.LoadOrCreate(keyFile, "exercise.overflight/fly");
            LogWriter.Create(folder, key);
        }
        return (folder, [keyFile]);
    }

    private static IPEndPoint? Ground(string? address, string rate) => address is null ? null
        : rate == "max" ? throw new UserError("--mavlink goes with --rate 1, or another number: nobody flies as fast as it goes")
        : Address("--mavlink", address);

    private static IPEndPoint? Address(string option, string? address) => address is null ? null
        : NetworkAddress.Of(address) is { Scheme: NetworkAddress.Udp } found ? found.EndPoint
        : throw new UserError($"{option} takes udp://HOST:PORT, not \"{address}\"");

    private static string? Passphrase(string? file)
    {
        if (file is null)
            return null;
        var text = File.ReadAllText(file).Trim();
        return text.Length >= 8 ? text : throw new UserError($"{file}: a passphrase has 8 characters or more");
    }

    private static double Rate(string text) => text == "max" ? double.PositiveInfinity
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var rate) && rate is > 0 and <= 10_000 ? rate
        : throw new UserError($"--rate takes max, or a number up to 10000, not \"{text}\"");
}
