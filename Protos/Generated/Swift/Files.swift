// swift-format-ignore-file
// Made from all proto files by Protos/generate. Change those, not this.

extension ProtoFile {
  /// Every proto file, each after those it imports.
  package static let all: [ProtoFile] = [
    ProtoFile(
      name: "google/protobuf/timestamp.proto",
      imports: [],
      symbols: ["google.protobuf.Timestamp"],
      services: [],
      base64: """
        Ch9nb29nbGUvcHJvdG9idWYvdGltZXN0YW1wLnByb3RvEg9nb29nbGUucHJvdG9idWYiOwoJVGltZXN0YW1wEhgKB3NlY29u\
        ZHMYASABKANSB3NlY29uZHMSFAoFbmFub3MYAiABKAVSBW5hbm9zQoUBChNjb20uZ29vZ2xlLnByb3RvYnVmQg5UaW1lc3Rh\
        bXBQcm90b1ABWjJnb29nbGUuZ29sYW5nLm9yZy9wcm90b2J1Zi90eXBlcy9rbm93bi90aW1lc3RhbXBwYvgBAaICA0dQQqoC\
        Hkdvb2dsZS5Qcm90b2J1Zi5XZWxsS25vd25UeXBlc2IGcHJvdG8z
        """),
    ProtoFile(
      name: "daybook/common/v1alpha/common.proto",
      imports: ["google/protobuf/timestamp.proto"],
      symbols: ["daybook.common.v1alpha.Actor", "daybook.common.v1alpha.HistoryEntry", "daybook.common.v1alpha.TransitionRefusal", "daybook.common.v1alpha.ItemStatus", "daybook.common.v1alpha.Amount", "daybook.common.v1alpha.Audience"],
      services: [],
      base64: """
        CiNkYXlib29rL2NvbW1vbi92MWFscGhhL2NvbW1vbi5wcm90bxIWZGF5Ym9vay5jb21tb24udjFhbHBoYRofZ29vZ2xlL3By\
        b3RvYnVmL3RpbWVzdGFtcC5wcm90byJuCgVBY3RvchIYCgdzdWJqZWN0GAEgASgJUgdzdWJqZWN0EhQKBXNwYWNlGAIgASgJ\
        UgVzcGFjZRISCgRyb2xlGAMgASgJUgRyb2xlEiEKDGRpc3BsYXlfbmFtZRgEIAEoCVILZGlzcGxheU5hbWUiwwIKDEhpc3Rv\
        cnlFbnRyeRIaCghzZXF1ZW5jZRgBIAEoA1IIc2VxdWVuY2USLgoEdGltZRgCIAEoCzIaLmdvb2dsZS5wcm90b2J1Zi5UaW1l\
        c3RhbXBSBHRpbWUSMwoFYWN0b3IYAyABKAsyHS5kYXlib29rLmNvbW1vbi52MWFscGhhLkFjdG9yUgVhY3RvchIUCgVldmVu\
        dBgEIAEoCVIFZXZlbnQSIwoNc3RhdHVzX2JlZm9yZRgFIAEoCVIMc3RhdHVzQmVmb3JlEiEKDHN0YXR1c19hZnRlchgGIAEo\
        CVILc3RhdHVzQWZ0ZXISFgoGcmVhc29uGAcgASgJUgZyZWFzb24SPAoIYXVkaWVuY2UYCCABKA4yIC5kYXlib29rLmNvbW1v\
        bi52MWFscGhhLkF1ZGllbmNlUghhdWRpZW5jZSKaAQoRVHJhbnNpdGlvblJlZnVzYWwSGAoHbWFjaGluZRgBIAEoCVIHbWFj\
        aGluZRIWCgZzdGF0dXMYAiABKAlSBnN0YXR1cxIUCgVldmVudBgDIAEoCVIFZXZlbnQSJQoOYWxsb3dlZF9ldmVudHMYBCAD\
        KAlSDWFsbG93ZWRFdmVudHMSFgoGcmVhc29uGAUgASgJUgZyZWFzb24iOgoKSXRlbVN0YXR1cxISCgRjb2RlGAEgASgFUgRj\
        b2RlEhgKB21lc3NhZ2UYAiABKAlSB21lc3NhZ2UiQwoGQW1vdW50EhQKBXZhbHVlGAEgASgJUgV2YWx1ZRIjCg1jdXJyZW5j\
        eV9jb2RlGAIgASgJUgxjdXJyZW5jeUNvZGUqhAEKCEF1ZGllbmNlEhgKFEFVRElFTkNFX1VOU1BFQ0lGSUVEEAASFwoTQVVE\
        SUVOQ0VfQk9USF9TSURFUxABEhQKEEFVRElFTkNFX1BBUlRORVIQAhIVChFBVURJRU5DRV9CVVNJTkVTUxADEhgKFEFVRElF\
        TkNFX0JBQ0tfT0ZGSUNFEARiBnByb3RvMw==
        """),
    ProtoFile(
      name: "google/api/http.proto",
      imports: [],
      symbols: ["google.api.Http", "google.api.HttpRule", "google.api.CustomHttpPattern"],
      services: [],
      base64: """
        ChVnb29nbGUvYXBpL2h0dHAucHJvdG8SCmdvb2dsZS5hcGkieQoESHR0cBIqCgVydWxlcxgBIAMoCzIULmdvb2dsZS5hcGku\
        SHR0cFJ1bGVSBXJ1bGVzEkUKH2Z1bGx5X2RlY29kZV9yZXNlcnZlZF9leHBhbnNpb24YAiABKAhSHGZ1bGx5RGVjb2RlUmVz\
        ZXJ2ZWRFeHBhbnNpb24i2gIKCEh0dHBSdWxlEhoKCHNlbGVjdG9yGAEgASgJUghzZWxlY3RvchISCgNnZXQYAiABKAlIAFID\
        Z2V0EhIKA3B1dBgDIAEoCUgAUgNwdXQSFAoEcG9zdBgEIAEoCUgAUgRwb3N0EhgKBmRlbGV0ZRgFIAEoCUgAUgZkZWxldGUS\
        FgoFcGF0Y2gYBiABKAlIAFIFcGF0Y2gSNwoGY3VzdG9tGAggASgLMh0uZ29vZ2xlLmFwaS5DdXN0b21IdHRwUGF0dGVybkgA\
        UgZjdXN0b20SEgoEYm9keRgHIAEoCVIEYm9keRIjCg1yZXNwb25zZV9ib2R5GAwgASgJUgxyZXNwb25zZUJvZHkSRQoTYWRk\
        aXRpb25hbF9iaW5kaW5ncxgLIAMoCzIULmdvb2dsZS5hcGkuSHR0cFJ1bGVSEmFkZGl0aW9uYWxCaW5kaW5nc0IJCgdwYXR0\
        ZXJuIjsKEUN1c3RvbUh0dHBQYXR0ZXJuEhIKBGtpbmQYASABKAlSBGtpbmQSEgoEcGF0aBgCIAEoCVIEcGF0aEJqCg5jb20u\
        Z29vZ2xlLmFwaUIJSHR0cFByb3RvUAFaQWdvb2dsZS5nb2xhbmcub3JnL2dlbnByb3RvL2dvb2dsZWFwaXMvYXBpL2Fubm90\
        YXRpb25zO2Fubm90YXRpb25z+AEBogIER0FQSWIGcHJvdG8z
        """),
    ProtoFile(
      name: "google/protobuf/descriptor.proto",
      imports: [],
      symbols: ["google.protobuf.FileDescriptorSet", "google.protobuf.FileDescriptorProto", "google.protobuf.DescriptorProto", "google.protobuf.DescriptorProto.ExtensionRange", "google.protobuf.DescriptorProto.ReservedRange", "google.protobuf.ExtensionRangeOptions", "google.protobuf.FieldDescriptorProto", "google.protobuf.FieldDescriptorProto.Type", "google.protobuf.FieldDescriptorProto.Label", "google.protobuf.OneofDescriptorProto", "google.protobuf.EnumDescriptorProto", "google.protobuf.EnumDescriptorProto.EnumReservedRange", "google.protobuf.EnumValueDescriptorProto", "google.protobuf.ServiceDescriptorProto", "google.protobuf.MethodDescriptorProto", "google.protobuf.FileOptions", "google.protobuf.FileOptions.OptimizeMode", "google.protobuf.MessageOptions", "google.protobuf.FieldOptions", "google.protobuf.FieldOptions.CType", "google.protobuf.FieldOptions.JSType", "google.protobuf.OneofOptions", "google.protobuf.EnumOptions", "google.protobuf.EnumValueOptions", "google.protobuf.ServiceOptions", "google.protobuf.MethodOptions", "google.protobuf.MethodOptions.IdempotencyLevel", "google.protobuf.UninterpretedOption", "google.protobuf.UninterpretedOption.NamePart", "google.protobuf.SourceCodeInfo", "google.protobuf.SourceCodeInfo.Location", "google.protobuf.GeneratedCodeInfo", "google.protobuf.GeneratedCodeInfo.Annotation"],
      services: [],
      base64: """
        CiBnb29nbGUvcHJvdG9idWYvZGVzY3JpcHRvci5wcm90bxIPZ29vZ2xlLnByb3RvYnVmIk0KEUZpbGVEZXNjcmlwdG9yU2V0\
        EjgKBGZpbGUYASADKAsyJC5nb29nbGUucHJvdG9idWYuRmlsZURlc2NyaXB0b3JQcm90b1IEZmlsZSLkBAoTRmlsZURlc2Ny\
        aXB0b3JQcm90bxISCgRuYW1lGAEgASgJUgRuYW1lEhgKB3BhY2thZ2UYAiABKAlSB3BhY2thZ2USHgoKZGVwZW5kZW5jeRgD\
        IAMoCVIKZGVwZW5kZW5jeRIrChFwdWJsaWNfZGVwZW5kZW5jeRgKIAMoBVIQcHVibGljRGVwZW5kZW5jeRInCg93ZWFrX2Rl\
        cGVuZGVuY3kYCyADKAVSDndlYWtEZXBlbmRlbmN5EkMKDG1lc3NhZ2VfdHlwZRgEIAMoCzIgLmdvb2dsZS5wcm90b2J1Zi5E\
        ZXNjcmlwdG9yUHJvdG9SC21lc3NhZ2VUeXBlEkEKCWVudW1fdHlwZRgFIAMoCzIkLmdvb2dsZS5wcm90b2J1Zi5FbnVtRGVz\
        Y3JpcHRvclByb3RvUghlbnVtVHlwZRJBCgdzZXJ2aWNlGAYgAygLMicuZ29vZ2xlLnByb3RvYnVmLlNlcnZpY2VEZXNjcmlw\
        dG9yUHJvdG9SB3NlcnZpY2USQwoJZXh0ZW5zaW9uGAcgAygLMiUuZ29vZ2xlLnByb3RvYnVmLkZpZWxkRGVzY3JpcHRvclBy\
        b3RvUglleHRlbnNpb24SNgoHb3B0aW9ucxgIIAEoCzIcLmdvb2dsZS5wcm90b2J1Zi5GaWxlT3B0aW9uc1IHb3B0aW9ucxJJ\
        ChBzb3VyY2VfY29kZV9pbmZvGAkgASgLMh8uZ29vZ2xlLnByb3RvYnVmLlNvdXJjZUNvZGVJbmZvUg5zb3VyY2VDb2RlSW5m\
        bxIWCgZzeW50YXgYDCABKAlSBnN5bnRheCK5BgoPRGVzY3JpcHRvclByb3RvEhIKBG5hbWUYASABKAlSBG5hbWUSOwoFZmll\
        bGQYAiADKAsyJS5nb29nbGUucHJvdG9idWYuRmllbGREZXNjcmlwdG9yUHJvdG9SBWZpZWxkEkMKCWV4dGVuc2lvbhgGIAMo\
        CzIlLmdvb2dsZS5wcm90b2J1Zi5GaWVsZERlc2NyaXB0b3JQcm90b1IJZXh0ZW5zaW9uEkEKC25lc3RlZF90eXBlGAMgAygL\
        MiAuZ29vZ2xlLnByb3RvYnVmLkRlc2NyaXB0b3JQcm90b1IKbmVzdGVkVHlwZRJBCgllbnVtX3R5cGUYBCADKAsyJC5nb29n\
        bGUucHJvdG9idWYuRW51bURlc2NyaXB0b3JQcm90b1IIZW51bVR5cGUSWAoPZXh0ZW5zaW9uX3JhbmdlGAUgAygLMi8uZ29v\
        Z2xlLnByb3RvYnVmLkRlc2NyaXB0b3JQcm90by5FeHRlbnNpb25SYW5nZVIOZXh0ZW5zaW9uUmFuZ2USRAoKb25lb2ZfZGVj\
        bBgIIAMoCzIlLmdvb2dsZS5wcm90b2J1Zi5PbmVvZkRlc2NyaXB0b3JQcm90b1IJb25lb2ZEZWNsEjkKB29wdGlvbnMYByAB\
        KAsyHy5nb29nbGUucHJvdG9idWYuTWVzc2FnZU9wdGlvbnNSB29wdGlvbnMSVQoOcmVzZXJ2ZWRfcmFuZ2UYCSADKAsyLi5n\
        b29nbGUucHJvdG9idWYuRGVzY3JpcHRvclByb3RvLlJlc2VydmVkUmFuZ2VSDXJlc2VydmVkUmFuZ2USIwoNcmVzZXJ2ZWRf\
        bmFtZRgKIAMoCVIMcmVzZXJ2ZWROYW1lGnoKDkV4dGVuc2lvblJhbmdlEhQKBXN0YXJ0GAEgASgFUgVzdGFydBIQCgNlbmQY\
        AiABKAVSA2VuZBJACgdvcHRpb25zGAMgASgLMiYuZ29vZ2xlLnByb3RvYnVmLkV4dGVuc2lvblJhbmdlT3B0aW9uc1IHb3B0\
        aW9ucxo3Cg1SZXNlcnZlZFJhbmdlEhQKBXN0YXJ0GAEgASgFUgVzdGFydBIQCgNlbmQYAiABKAVSA2VuZCJ8ChVFeHRlbnNp\
        b25SYW5nZU9wdGlvbnMSWAoUdW5pbnRlcnByZXRlZF9vcHRpb24Y5wcgAygLMiQuZ29vZ2xlLnByb3RvYnVmLlVuaW50ZXJw\
        cmV0ZWRPcHRpb25SE3VuaW50ZXJwcmV0ZWRPcHRpb24qCQjoBxCAgICAAiLBBgoURmllbGREZXNjcmlwdG9yUHJvdG8SEgoE\
        bmFtZRgBIAEoCVIEbmFtZRIWCgZudW1iZXIYAyABKAVSBm51bWJlchJBCgVsYWJlbBgEIAEoDjIrLmdvb2dsZS5wcm90b2J1\
        Zi5GaWVsZERlc2NyaXB0b3JQcm90by5MYWJlbFIFbGFiZWwSPgoEdHlwZRgFIAEoDjIqLmdvb2dsZS5wcm90b2J1Zi5GaWVs\
        ZERlc2NyaXB0b3JQcm90by5UeXBlUgR0eXBlEhsKCXR5cGVfbmFtZRgGIAEoCVIIdHlwZU5hbWUSGgoIZXh0ZW5kZWUYAiAB\
        KAlSCGV4dGVuZGVlEiMKDWRlZmF1bHRfdmFsdWUYByABKAlSDGRlZmF1bHRWYWx1ZRIfCgtvbmVvZl9pbmRleBgJIAEoBVIK\
        b25lb2ZJbmRleBIbCglqc29uX25hbWUYCiABKAlSCGpzb25OYW1lEjcKB29wdGlvbnMYCCABKAsyHS5nb29nbGUucHJvdG9i\
        dWYuRmllbGRPcHRpb25zUgdvcHRpb25zEicKD3Byb3RvM19vcHRpb25hbBgRIAEoCFIOcHJvdG8zT3B0aW9uYWwitgIKBFR5\
        cGUSDwoLVFlQRV9ET1VCTEUQARIOCgpUWVBFX0ZMT0FUEAISDgoKVFlQRV9JTlQ2NBADEg8KC1RZUEVfVUlOVDY0EAQSDgoK\
        VFlQRV9JTlQzMhAFEhAKDFRZUEVfRklYRUQ2NBAGEhAKDFRZUEVfRklYRUQzMhAHEg0KCVRZUEVfQk9PTBAIEg8KC1RZUEVf\
        U1RSSU5HEAkSDgoKVFlQRV9HUk9VUBAKEhAKDFRZUEVfTUVTU0FHRRALEg4KClRZUEVfQllURVMQDBIPCgtUWVBFX1VJTlQz\
        MhANEg0KCVRZUEVfRU5VTRAOEhEKDVRZUEVfU0ZJWEVEMzIQDxIRCg1UWVBFX1NGSVhFRDY0EBASDwoLVFlQRV9TSU5UMzIQ\
        ERIPCgtUWVBFX1NJTlQ2NBASIkMKBUxhYmVsEhIKDkxBQkVMX09QVElPTkFMEAESEgoOTEFCRUxfUkVRVUlSRUQQAhISCg5M\
        QUJFTF9SRVBFQVRFRBADImMKFE9uZW9mRGVzY3JpcHRvclByb3RvEhIKBG5hbWUYASABKAlSBG5hbWUSNwoHb3B0aW9ucxgC\
        IAEoCzIdLmdvb2dsZS5wcm90b2J1Zi5PbmVvZk9wdGlvbnNSB29wdGlvbnMi4wIKE0VudW1EZXNjcmlwdG9yUHJvdG8SEgoE\
        bmFtZRgBIAEoCVIEbmFtZRI/CgV2YWx1ZRgCIAMoCzIpLmdvb2dsZS5wcm90b2J1Zi5FbnVtVmFsdWVEZXNjcmlwdG9yUHJv\
        dG9SBXZhbHVlEjYKB29wdGlvbnMYAyABKAsyHC5nb29nbGUucHJvdG9idWYuRW51bU9wdGlvbnNSB29wdGlvbnMSXQoOcmVz\
        ZXJ2ZWRfcmFuZ2UYBCADKAsyNi5nb29nbGUucHJvdG9idWYuRW51bURlc2NyaXB0b3JQcm90by5FbnVtUmVzZXJ2ZWRSYW5n\
        ZVINcmVzZXJ2ZWRSYW5nZRIjCg1yZXNlcnZlZF9uYW1lGAUgAygJUgxyZXNlcnZlZE5hbWUaOwoRRW51bVJlc2VydmVkUmFu\
        Z2USFAoFc3RhcnQYASABKAVSBXN0YXJ0EhAKA2VuZBgCIAEoBVIDZW5kIoMBChhFbnVtVmFsdWVEZXNjcmlwdG9yUHJvdG8S\
        EgoEbmFtZRgBIAEoCVIEbmFtZRIWCgZudW1iZXIYAiABKAVSBm51bWJlchI7CgdvcHRpb25zGAMgASgLMiEuZ29vZ2xlLnBy\
        b3RvYnVmLkVudW1WYWx1ZU9wdGlvbnNSB29wdGlvbnMipwEKFlNlcnZpY2VEZXNjcmlwdG9yUHJvdG8SEgoEbmFtZRgBIAEo\
        CVIEbmFtZRI+CgZtZXRob2QYAiADKAsyJi5nb29nbGUucHJvdG9idWYuTWV0aG9kRGVzY3JpcHRvclByb3RvUgZtZXRob2QS\
        OQoHb3B0aW9ucxgDIAEoCzIfLmdvb2dsZS5wcm90b2J1Zi5TZXJ2aWNlT3B0aW9uc1IHb3B0aW9ucyKJAgoVTWV0aG9kRGVz\
        Y3JpcHRvclByb3RvEhIKBG5hbWUYASABKAlSBG5hbWUSHQoKaW5wdXRfdHlwZRgCIAEoCVIJaW5wdXRUeXBlEh8KC291dHB1\
        dF90eXBlGAMgASgJUgpvdXRwdXRUeXBlEjgKB29wdGlvbnMYBCABKAsyHi5nb29nbGUucHJvdG9idWYuTWV0aG9kT3B0aW9u\
        c1IHb3B0aW9ucxIwChBjbGllbnRfc3RyZWFtaW5nGAUgASgIOgVmYWxzZVIPY2xpZW50U3RyZWFtaW5nEjAKEHNlcnZlcl9z\
        dHJlYW1pbmcYBiABKAg6BWZhbHNlUg9zZXJ2ZXJTdHJlYW1pbmcikQkKC0ZpbGVPcHRpb25zEiEKDGphdmFfcGFja2FnZRgB\
        IAEoCVILamF2YVBhY2thZ2USMAoUamF2YV9vdXRlcl9jbGFzc25hbWUYCCABKAlSEmphdmFPdXRlckNsYXNzbmFtZRI1ChNq\
        YXZhX211bHRpcGxlX2ZpbGVzGAogASgIOgVmYWxzZVIRamF2YU11bHRpcGxlRmlsZXMSRAodamF2YV9nZW5lcmF0ZV9lcXVh\
        bHNfYW5kX2hhc2gYFCABKAhCAhgBUhlqYXZhR2VuZXJhdGVFcXVhbHNBbmRIYXNoEjoKFmphdmFfc3RyaW5nX2NoZWNrX3V0\
        ZjgYGyABKAg6BWZhbHNlUhNqYXZhU3RyaW5nQ2hlY2tVdGY4ElMKDG9wdGltaXplX2ZvchgJIAEoDjIpLmdvb2dsZS5wcm90\
        b2J1Zi5GaWxlT3B0aW9ucy5PcHRpbWl6ZU1vZGU6BVNQRUVEUgtvcHRpbWl6ZUZvchIdCgpnb19wYWNrYWdlGAsgASgJUgln\
        b1BhY2thZ2USNQoTY2NfZ2VuZXJpY19zZXJ2aWNlcxgQIAEoCDoFZmFsc2VSEWNjR2VuZXJpY1NlcnZpY2VzEjkKFWphdmFf\
        Z2VuZXJpY19zZXJ2aWNlcxgRIAEoCDoFZmFsc2VSE2phdmFHZW5lcmljU2VydmljZXMSNQoTcHlfZ2VuZXJpY19zZXJ2aWNl\
        cxgSIAEoCDoFZmFsc2VSEXB5R2VuZXJpY1NlcnZpY2VzEjcKFHBocF9nZW5lcmljX3NlcnZpY2VzGCogASgIOgVmYWxzZVIS\
        cGhwR2VuZXJpY1NlcnZpY2VzEiUKCmRlcHJlY2F0ZWQYFyABKAg6BWZhbHNlUgpkZXByZWNhdGVkEi4KEGNjX2VuYWJsZV9h\
        cmVuYXMYHyABKAg6BHRydWVSDmNjRW5hYmxlQXJlbmFzEioKEW9iamNfY2xhc3NfcHJlZml4GCQgASgJUg9vYmpjQ2xhc3NQ\
        cmVmaXgSKQoQY3NoYXJwX25hbWVzcGFjZRglIAEoCVIPY3NoYXJwTmFtZXNwYWNlEiEKDHN3aWZ0X3ByZWZpeBgnIAEoCVIL\
        c3dpZnRQcmVmaXgSKAoQcGhwX2NsYXNzX3ByZWZpeBgoIAEoCVIOcGhwQ2xhc3NQcmVmaXgSIwoNcGhwX25hbWVzcGFjZRgp\
        IAEoCVIMcGhwTmFtZXNwYWNlEjQKFnBocF9tZXRhZGF0YV9uYW1lc3BhY2UYLCABKAlSFHBocE1ldGFkYXRhTmFtZXNwYWNl\
        EiEKDHJ1YnlfcGFja2FnZRgtIAEoCVILcnVieVBhY2thZ2USWAoUdW5pbnRlcnByZXRlZF9vcHRpb24Y5wcgAygLMiQuZ29v\
        Z2xlLnByb3RvYnVmLlVuaW50ZXJwcmV0ZWRPcHRpb25SE3VuaW50ZXJwcmV0ZWRPcHRpb24iOgoMT3B0aW1pemVNb2RlEgkK\
        BVNQRUVEEAESDQoJQ09ERV9TSVpFEAISEAoMTElURV9SVU5USU1FEAMqCQjoBxCAgICAAkoECCYQJyLjAgoOTWVzc2FnZU9w\
        dGlvbnMSPAoXbWVzc2FnZV9zZXRfd2lyZV9mb3JtYXQYASABKAg6BWZhbHNlUhRtZXNzYWdlU2V0V2lyZUZvcm1hdBJMCh9u\
        b19zdGFuZGFyZF9kZXNjcmlwdG9yX2FjY2Vzc29yGAIgASgIOgVmYWxzZVIcbm9TdGFuZGFyZERlc2NyaXB0b3JBY2Nlc3Nv\
        chIlCgpkZXByZWNhdGVkGAMgASgIOgVmYWxzZVIKZGVwcmVjYXRlZBIbCgltYXBfZW50cnkYByABKAhSCG1hcEVudHJ5ElgK\
        FHVuaW50ZXJwcmV0ZWRfb3B0aW9uGOcHIAMoCzIkLmdvb2dsZS5wcm90b2J1Zi5VbmludGVycHJldGVkT3B0aW9uUhN1bmlu\
        dGVycHJldGVkT3B0aW9uKgkI6AcQgICAgAJKBAgEEAVKBAgFEAZKBAgGEAdKBAgIEAlKBAgJEAoikgQKDEZpZWxkT3B0aW9u\
        cxJBCgVjdHlwZRgBIAEoDjIjLmdvb2dsZS5wcm90b2J1Zi5GaWVsZE9wdGlvbnMuQ1R5cGU6BlNUUklOR1IFY3R5cGUSFgoG\
        cGFja2VkGAIgASgIUgZwYWNrZWQSRwoGanN0eXBlGAYgASgOMiQuZ29vZ2xlLnByb3RvYnVmLkZpZWxkT3B0aW9ucy5KU1R5\
        cGU6CUpTX05PUk1BTFIGanN0eXBlEhkKBGxhenkYBSABKAg6BWZhbHNlUgRsYXp5Ei4KD3VudmVyaWZpZWRfbGF6eRgPIAEo\
        CDoFZmFsc2VSDnVudmVyaWZpZWRMYXp5EiUKCmRlcHJlY2F0ZWQYAyABKAg6BWZhbHNlUgpkZXByZWNhdGVkEhkKBHdlYWsY\
        CiABKAg6BWZhbHNlUgR3ZWFrElgKFHVuaW50ZXJwcmV0ZWRfb3B0aW9uGOcHIAMoCzIkLmdvb2dsZS5wcm90b2J1Zi5Vbmlu\
        dGVycHJldGVkT3B0aW9uUhN1bmludGVycHJldGVkT3B0aW9uIi8KBUNUeXBlEgoKBlNUUklORxAAEggKBENPUkQQARIQCgxT\
        VFJJTkdfUElFQ0UQAiI1CgZKU1R5cGUSDQoJSlNfTk9STUFMEAASDQoJSlNfU1RSSU5HEAESDQoJSlNfTlVNQkVSEAIqCQjo\
        BxCAgICAAkoECAQQBSJzCgxPbmVvZk9wdGlvbnMSWAoUdW5pbnRlcnByZXRlZF9vcHRpb24Y5wcgAygLMiQuZ29vZ2xlLnBy\
        b3RvYnVmLlVuaW50ZXJwcmV0ZWRPcHRpb25SE3VuaW50ZXJwcmV0ZWRPcHRpb24qCQjoBxCAgICAAiLAAQoLRW51bU9wdGlv\
        bnMSHwoLYWxsb3dfYWxpYXMYAiABKAhSCmFsbG93QWxpYXMSJQoKZGVwcmVjYXRlZBgDIAEoCDoFZmFsc2VSCmRlcHJlY2F0\
        ZWQSWAoUdW5pbnRlcnByZXRlZF9vcHRpb24Y5wcgAygLMiQuZ29vZ2xlLnByb3RvYnVmLlVuaW50ZXJwcmV0ZWRPcHRpb25S\
        E3VuaW50ZXJwcmV0ZWRPcHRpb24qCQjoBxCAgICAAkoECAUQBiKeAQoQRW51bVZhbHVlT3B0aW9ucxIlCgpkZXByZWNhdGVk\
        GAEgASgIOgVmYWxzZVIKZGVwcmVjYXRlZBJYChR1bmludGVycHJldGVkX29wdGlvbhjnByADKAsyJC5nb29nbGUucHJvdG9i\
        dWYuVW5pbnRlcnByZXRlZE9wdGlvblITdW5pbnRlcnByZXRlZE9wdGlvbioJCOgHEICAgIACIpwBCg5TZXJ2aWNlT3B0aW9u\
        cxIlCgpkZXByZWNhdGVkGCEgASgIOgVmYWxzZVIKZGVwcmVjYXRlZBJYChR1bmludGVycHJldGVkX29wdGlvbhjnByADKAsy\
        JC5nb29nbGUucHJvdG9idWYuVW5pbnRlcnByZXRlZE9wdGlvblITdW5pbnRlcnByZXRlZE9wdGlvbioJCOgHEICAgIACIuAC\
        Cg1NZXRob2RPcHRpb25zEiUKCmRlcHJlY2F0ZWQYISABKAg6BWZhbHNlUgpkZXByZWNhdGVkEnEKEWlkZW1wb3RlbmN5X2xl\
        dmVsGCIgASgOMi8uZ29vZ2xlLnByb3RvYnVmLk1ldGhvZE9wdGlvbnMuSWRlbXBvdGVuY3lMZXZlbDoTSURFTVBPVEVOQ1lf\
        VU5LTk9XTlIQaWRlbXBvdGVuY3lMZXZlbBJYChR1bmludGVycHJldGVkX29wdGlvbhjnByADKAsyJC5nb29nbGUucHJvdG9i\
        dWYuVW5pbnRlcnByZXRlZE9wdGlvblITdW5pbnRlcnByZXRlZE9wdGlvbiJQChBJZGVtcG90ZW5jeUxldmVsEhcKE0lERU1Q\
        T1RFTkNZX1VOS05PV04QABITCg9OT19TSURFX0VGRkVDVFMQARIOCgpJREVNUE9URU5UEAIqCQjoBxCAgICAAiKaAwoTVW5p\
        bnRlcnByZXRlZE9wdGlvbhJBCgRuYW1lGAIgAygLMi0uZ29vZ2xlLnByb3RvYnVmLlVuaW50ZXJwcmV0ZWRPcHRpb24uTmFt\
        ZVBhcnRSBG5hbWUSKQoQaWRlbnRpZmllcl92YWx1ZRgDIAEoCVIPaWRlbnRpZmllclZhbHVlEiwKEnBvc2l0aXZlX2ludF92\
        YWx1ZRgEIAEoBFIQcG9zaXRpdmVJbnRWYWx1ZRIsChJuZWdhdGl2ZV9pbnRfdmFsdWUYBSABKANSEG5lZ2F0aXZlSW50VmFs\
        dWUSIQoMZG91YmxlX3ZhbHVlGAYgASgBUgtkb3VibGVWYWx1ZRIhCgxzdHJpbmdfdmFsdWUYByABKAxSC3N0cmluZ1ZhbHVl\
        EicKD2FnZ3JlZ2F0ZV92YWx1ZRgIIAEoCVIOYWdncmVnYXRlVmFsdWUaSgoITmFtZVBhcnQSGwoJbmFtZV9wYXJ0GAEgAigJ\
        UghuYW1lUGFydBIhCgxpc19leHRlbnNpb24YAiACKAhSC2lzRXh0ZW5zaW9uIqcCCg5Tb3VyY2VDb2RlSW5mbxJECghsb2Nh\
        dGlvbhgBIAMoCzIoLmdvb2dsZS5wcm90b2J1Zi5Tb3VyY2VDb2RlSW5mby5Mb2NhdGlvblIIbG9jYXRpb24azgEKCExvY2F0\
        aW9uEhYKBHBhdGgYASADKAVCAhABUgRwYXRoEhYKBHNwYW4YAiADKAVCAhABUgRzcGFuEikKEGxlYWRpbmdfY29tbWVudHMY\
        AyABKAlSD2xlYWRpbmdDb21tZW50cxIrChF0cmFpbGluZ19jb21tZW50cxgEIAEoCVIQdHJhaWxpbmdDb21tZW50cxI6Chls\
        ZWFkaW5nX2RldGFjaGVkX2NvbW1lbnRzGAYgAygJUhdsZWFkaW5nRGV0YWNoZWRDb21tZW50cyLRAQoRR2VuZXJhdGVkQ29k\
        ZUluZm8STQoKYW5ub3RhdGlvbhgBIAMoCzItLmdvb2dsZS5wcm90b2J1Zi5HZW5lcmF0ZWRDb2RlSW5mby5Bbm5vdGF0aW9u\
        Ugphbm5vdGF0aW9uGm0KCkFubm90YXRpb24SFgoEcGF0aBgBIAMoBUICEAFSBHBhdGgSHwoLc291cmNlX2ZpbGUYAiABKAlS\
        CnNvdXJjZUZpbGUSFAoFYmVnaW4YAyABKAVSBWJlZ2luEhAKA2VuZBgEIAEoBVIDZW5kQn4KE2NvbS5nb29nbGUucHJvdG9i\
        dWZCEERlc2NyaXB0b3JQcm90b3NIAVotZ29vZ2xlLmdvbGFuZy5vcmcvcHJvdG9idWYvdHlwZXMvZGVzY3JpcHRvcnBi+AEB\
        ogIDR1BCqgIaR29vZ2xlLlByb3RvYnVmLlJlZmxlY3Rpb24=
        """),
    ProtoFile(
      name: "google/api/annotations.proto",
      imports: ["google/api/http.proto", "google/protobuf/descriptor.proto"],
      symbols: [],
      services: [],
      base64: """
        Chxnb29nbGUvYXBpL2Fubm90YXRpb25zLnByb3RvEgpnb29nbGUuYXBpGhVnb29nbGUvYXBpL2h0dHAucHJvdG8aIGdvb2ds\
        ZS9wcm90b2J1Zi9kZXNjcmlwdG9yLnByb3RvOksKBGh0dHASHi5nb29nbGUucHJvdG9idWYuTWV0aG9kT3B0aW9ucxiwyrwi\
        IAEoCzIULmdvb2dsZS5hcGkuSHR0cFJ1bGVSBGh0dHBCbgoOY29tLmdvb2dsZS5hcGlCEEFubm90YXRpb25zUHJvdG9QAVpB\
        Z29vZ2xlLmdvbGFuZy5vcmcvZ2VucHJvdG8vZ29vZ2xlYXBpcy9hcGkvYW5ub3RhdGlvbnM7YW5ub3RhdGlvbnOiAgRHQVBJ\
        YgZwcm90bzM=
        """),
    ProtoFile(
      name: "daybook/clientlink/v1alpha/client.proto",
      imports: ["daybook/common/v1alpha/common.proto", "google/api/annotations.proto", "google/protobuf/timestamp.proto"],
      symbols: ["daybook.clientlink.v1alpha.Client", "daybook.clientlink.v1alpha.ClientSetup", "daybook.clientlink.v1alpha.PreparedIntegration", "daybook.clientlink.v1alpha.CreateClientRequest", "daybook.clientlink.v1alpha.ImportClientsRequest", "daybook.clientlink.v1alpha.ImportClientsResponse", "daybook.clientlink.v1alpha.GetClientRequest", "daybook.clientlink.v1alpha.ListClientsRequest", "daybook.clientlink.v1alpha.ListClientsResponse", "daybook.clientlink.v1alpha.UpdateClientRequest", "daybook.clientlink.v1alpha.InviteClientRequest", "daybook.clientlink.v1alpha.BatchInviteClientsRequest", "daybook.clientlink.v1alpha.BatchInviteClientsResponse", "daybook.clientlink.v1alpha.BatchInviteClientsResult", "daybook.clientlink.v1alpha.ResendInvitationRequest", "daybook.clientlink.v1alpha.WithdrawInvitationRequest", "daybook.clientlink.v1alpha.ArchiveClientRequest", "daybook.clientlink.v1alpha.DeleteClientRequest", "daybook.clientlink.v1alpha.DeleteClientResponse", "daybook.clientlink.v1alpha.AssignAccountantRequest", "daybook.clientlink.v1alpha.UnassignAccountantRequest", "daybook.clientlink.v1alpha.ListClientHistoryRequest", "daybook.clientlink.v1alpha.ListClientHistoryResponse", "daybook.clientlink.v1alpha.ClientStatus", "daybook.clientlink.v1alpha.ClientTab", "daybook.clientlink.v1alpha.InvitationStep", "daybook.clientlink.v1alpha.ClientService", "daybook.clientlink.v1alpha.ClientService.CreateClient", "daybook.clientlink.v1alpha.ClientService.ImportClients", "daybook.clientlink.v1alpha.ClientService.GetClient", "daybook.clientlink.v1alpha.ClientService.ListClients", "daybook.clientlink.v1alpha.ClientService.UpdateClient", "daybook.clientlink.v1alpha.ClientService.InviteClient", "daybook.clientlink.v1alpha.ClientService.BatchInviteClients", "daybook.clientlink.v1alpha.ClientService.ResendInvitation", "daybook.clientlink.v1alpha.ClientService.WithdrawInvitation", "daybook.clientlink.v1alpha.ClientService.ArchiveClient", "daybook.clientlink.v1alpha.ClientService.DeleteClient", "daybook.clientlink.v1alpha.ClientService.AssignAccountant", "daybook.clientlink.v1alpha.ClientService.UnassignAccountant", "daybook.clientlink.v1alpha.ClientService.ListClientHistory"],
      services: ["daybook.clientlink.v1alpha.ClientService"],
      base64: """
        CidkYXlib29rL2NsaWVudGxpbmsvdjFhbHBoYS9jbGllbnQucHJvdG8SGmRheWJvb2suY2xpZW50bGluay52MWFscGhhGiNk\
        YXlib29rL2NvbW1vbi92MWFscGhhL2NvbW1vbi5wcm90bxocZ29vZ2xlL2FwaS9hbm5vdGF0aW9ucy5wcm90bxofZ29vZ2xl\
        L3Byb3RvYnVmL3RpbWVzdGFtcC5wcm90byKeBQoGQ2xpZW50EhIKBG5hbWUYASABKAlSBG5hbWUSIQoMZGlzcGxheV9uYW1l\
        GAIgASgJUgtkaXNwbGF5TmFtZRIrChFlbnRlcnByaXNlX251bWJlchgDIAEoCVIQZW50ZXJwcmlzZU51bWJlchIjCg1jb250\
        YWN0X2VtYWlsGAQgASgJUgxjb250YWN0RW1haWwSIwoNbGFuZ3VhZ2VfY29kZRgFIAEoCVIMbGFuZ3VhZ2VDb2RlEkAKBnN0\
        YXR1cxgGIAEoDjIoLmRheWJvb2suY2xpZW50bGluay52MWFscGhhLkNsaWVudFN0YXR1c1IGc3RhdHVzEj0KBXNldHVwGAcg\
        ASgLMicuZGF5Ym9vay5jbGllbnRsaW5rLnYxYWxwaGEuQ2xpZW50U2V0dXBSBXNldHVwEhoKCGJ1c2luZXNzGAggASgJUghi\
        dXNpbmVzcxJHCglvcGVuX3N0ZXAYCSABKA4yKi5kYXlib29rLmNsaWVudGxpbmsudjFhbHBoYS5JbnZpdGF0aW9uU3RlcFII\
        b3BlblN0ZXASUAoWaW52aXRhdGlvbl9leHBpcmVfdGltZRgKIAEoCzIaLmdvb2dsZS5wcm90b2J1Zi5UaW1lc3RhbXBSFGlu\
        dml0YXRpb25FeHBpcmVUaW1lEiAKC2FjY291bnRhbnRzGAsgAygJUgthY2NvdW50YW50cxI7CgtjcmVhdGVfdGltZRgMIAEo\
        CzIaLmdvb2dsZS5wcm90b2J1Zi5UaW1lc3RhbXBSCmNyZWF0ZVRpbWUSOwoLdXBkYXRlX3RpbWUYDSABKAsyGi5nb29nbGUu\
        cHJvdG9idWYuVGltZXN0YW1wUgp1cGRhdGVUaW1lEhIKBGV0YWcYDiABKAlSBGV0YWcisQEKC0NsaWVudFNldHVwEisKEXN1\
        YnNjcmlwdGlvbl9wbGFuGAEgASgJUhBzdWJzY3JpcHRpb25QbGFuElMKDGludGVncmF0aW9ucxgCIAMoCzIvLmRheWJvb2su\
        Y2xpZW50bGluay52MWFscGhhLlByZXBhcmVkSW50ZWdyYXRpb25SDGludGVncmF0aW9ucxIgCgthY2NvdW50YW50cxgDIAMo\
        CVILYWNjb3VudGFudHMiVgoTUHJlcGFyZWRJbnRlZ3JhdGlvbhIcCgljb25uZWN0b3IYASABKAlSCWNvbm5lY3RvchIhCgxk\
        aXNwbGF5X25hbWUYAiABKAlSC2Rpc3BsYXlOYW1lIogBChNDcmVhdGVDbGllbnRSZXF1ZXN0EhYKBnBhcmVudBgBIAEoCVIG\
        cGFyZW50EjoKBmNsaWVudBgCIAEoCzIiLmRheWJvb2suY2xpZW50bGluay52MWFscGhhLkNsaWVudFIGY2xpZW50Eh0KCnJl\
        cXVlc3RfaWQYAyABKAlSCXJlcXVlc3RJZCJjChRJbXBvcnRDbGllbnRzUmVxdWVzdBIWCgZwYXJlbnQYASABKAlSBnBhcmVu\
        dBIUCgVjaHVuaxgCIAEoDFIFY2h1bmsSHQoKcmVxdWVzdF9pZBgDIAEoCVIJcmVxdWVzdElkIn8KFUltcG9ydENsaWVudHNS\
        ZXNwb25zZRISCgRsaW5lGAEgASgDUgRsaW5lEjoKBnN0YXR1cxgCIAEoCzIiLmRheWJvb2suY29tbW9uLnYxYWxwaGEuSXRl\
        bVN0YXR1c1IGc3RhdHVzEhYKBmNsaWVudBgDIAEoCVIGY2xpZW50IiYKEEdldENsaWVudFJlcXVlc3QSEgoEbmFtZRgBIAEo\
        CVIEbmFtZSKhAQoSTGlzdENsaWVudHNSZXF1ZXN0EhYKBnBhcmVudBgBIAEoCVIGcGFyZW50EjcKA3RhYhgCIAEoDjIlLmRh\
        eWJvb2suY2xpZW50bGluay52MWFscGhhLkNsaWVudFRhYlIDdGFiEhsKCXBhZ2Vfc2l6ZRgDIAEoBVIIcGFnZVNpemUSHQoK\
        cGFnZV90b2tlbhgEIAEoCVIJcGFnZVRva2VuInsKE0xpc3RDbGllbnRzUmVzcG9uc2USPAoHY2xpZW50cxgBIAMoCzIiLmRh\
        eWJvb2suY2xpZW50bGluay52MWFscGhhLkNsaWVudFIHY2xpZW50cxImCg9uZXh0X3BhZ2VfdG9rZW4YAiABKAlSDW5leHRQ\
        YWdlVG9rZW4icAoTVXBkYXRlQ2xpZW50UmVxdWVzdBI6CgZjbGllbnQYASABKAsyIi5kYXlib29rLmNsaWVudGxpbmsudjFh\
        bHBoYS5DbGllbnRSBmNsaWVudBIdCgpyZXF1ZXN0X2lkGAIgASgJUglyZXF1ZXN0SWQiYgoTSW52aXRlQ2xpZW50UmVxdWVz\
        dBISCgRuYW1lGAEgASgJUgRuYW1lEhgKB21lc3NhZ2UYAiABKAlSB21lc3NhZ2USHQoKcmVxdWVzdF9pZBgDIAEoCVIJcmVx\
        dWVzdElkIoIBChlCYXRjaEludml0ZUNsaWVudHNSZXF1ZXN0EhYKBnBhcmVudBgBIAEoCVIGcGFyZW50EhQKBW5hbWVzGAIg\
        AygJUgVuYW1lcxIYCgdtZXNzYWdlGAMgASgJUgdtZXNzYWdlEh0KCnJlcXVlc3RfaWQYBCABKAlSCXJlcXVlc3RJZCJsChpC\
        YXRjaEludml0ZUNsaWVudHNSZXNwb25zZRJOCgdyZXN1bHRzGAEgAygLMjQuZGF5Ym9vay5jbGllbnRsaW5rLnYxYWxwaGEu\
        QmF0Y2hJbnZpdGVDbGllbnRzUmVzdWx0UgdyZXN1bHRzIqYBChhCYXRjaEludml0ZUNsaWVudHNSZXN1bHQSEgoEbmFtZRgB\
        IAEoCVIEbmFtZRI6CgZzdGF0dXMYAiABKAsyIi5kYXlib29rLmNvbW1vbi52MWFscGhhLkl0ZW1TdGF0dXNSBnN0YXR1cxI6\
        CgZjbGllbnQYAyABKAsyIi5kYXlib29rLmNsaWVudGxpbmsudjFhbHBoYS5DbGllbnRSBmNsaWVudCJmChdSZXNlbmRJbnZp\
        dGF0aW9uUmVxdWVzdBISCgRuYW1lGAEgASgJUgRuYW1lEhgKB21lc3NhZ2UYAiABKAlSB21lc3NhZ2USHQoKcmVxdWVzdF9p\
        ZBgDIAEoCVIJcmVxdWVzdElkIk4KGVdpdGhkcmF3SW52aXRhdGlvblJlcXVlc3QSEgoEbmFtZRgBIAEoCVIEbmFtZRIdCgpy\
        ZXF1ZXN0X2lkGAIgASgJUglyZXF1ZXN0SWQiYQoUQXJjaGl2ZUNsaWVudFJlcXVlc3QSEgoEbmFtZRgBIAEoCVIEbmFtZRIW\
        CgZyZWFzb24YAiABKAlSBnJlYXNvbhIdCgpyZXF1ZXN0X2lkGAMgASgJUglyZXF1ZXN0SWQiSAoTRGVsZXRlQ2xpZW50UmVx\
        dWVzdBISCgRuYW1lGAEgASgJUgRuYW1lEh0KCnJlcXVlc3RfaWQYAiABKAlSCXJlcXVlc3RJZCIWChREZWxldGVDbGllbnRS\
        ZXNwb25zZSJmChdBc3NpZ25BY2NvdW50YW50UmVxdWVzdBISCgRuYW1lGAEgASgJUgRuYW1lEhgKB3N1YmplY3QYAiABKAlS\
        B3N1YmplY3QSHQoKcmVxdWVzdF9pZBgDIAEoCVIJcmVxdWVzdElkImgKGVVuYXNzaWduQWNjb3VudGFudFJlcXVlc3QSEgoE\
        bmFtZRgBIAEoCVIEbmFtZRIYCgdzdWJqZWN0GAIgASgJUgdzdWJqZWN0Eh0KCnJlcXVlc3RfaWQYAyABKAlSCXJlcXVlc3RJ\
        ZCJqChhMaXN0Q2xpZW50SGlzdG9yeVJlcXVlc3QSEgoEbmFtZRgBIAEoCVIEbmFtZRIbCglwYWdlX3NpemUYAiABKAVSCHBh\
        Z2VTaXplEh0KCnBhZ2VfdG9rZW4YAyABKAlSCXBhZ2VUb2tlbiKDAQoZTGlzdENsaWVudEhpc3RvcnlSZXNwb25zZRI+Cgdl\
        bnRyaWVzGAEgAygLMiQuZGF5Ym9vay5jb21tb24udjFhbHBoYS5IaXN0b3J5RW50cnlSB2VudHJpZXMSJgoPbmV4dF9wYWdl\
        X3Rva2VuGAIgASgJUg1uZXh0UGFnZVRva2VuKvkBCgxDbGllbnRTdGF0dXMSHQoZQ0xJRU5UX1NUQVRVU19VTlNQRUNJRklF\
        RBAAEhcKE0NMSUVOVF9TVEFUVVNfRFJBRlQQARIZChVDTElFTlRfU1RBVFVTX0lOVklURUQQAhIYChRDTElFTlRfU1RBVFVT\
        X0FDVElWRRADEiUKIUNMSUVOVF9TVEFUVVNfSU5WSVRBVElPTl9SRUpFQ1RFRBAEEiEKHUNMSUVOVF9TVEFUVVNfQUNDRVNT\
        X1JFSkVDVEVEEAUSGgoWQ0xJRU5UX1NUQVRVU19BUkNISVZFRBAGEhYKEkNMSUVOVF9TVEFUVVNfTE9TVBAHKlcKCUNsaWVu\
        dFRhYhIaChZDTElFTlRfVEFCX1VOU1BFQ0lGSUVEEAASFQoRQ0xJRU5UX1RBQl9BQ1RJVkUQARIXChNDTElFTlRfVEFCX0lO\
        QUNUSVZFEAIq0wIKDkludml0YXRpb25TdGVwEh8KG0lOVklUQVRJT05fU1RFUF9VTlNQRUNJRklFRBAAEh4KGklOVklUQVRJ\
        T05fU1RFUF9OT1RfT1BFTkVEEAESGgoWSU5WSVRBVElPTl9TVEVQX09QRU5FRBACEiAKHElOVklUQVRJT05fU1RFUF9TUEFD\
        RV9DSE9TRU4QAxIiCh5JTlZJVEFUSU9OX1NURVBfTlVNQkVSX0RJRkZFUlMQBBIeChpJTlZJVEFUSU9OX1NURVBfT05CT0FS\
        RElORxAFEhcKE0lOVklUQVRJT05fU1RFUF9LWUMQBhIbChdJTlZJVEFUSU9OX1NURVBfQ09OU0VOVBAHEisKJ0lOVklUQVRJ\
        T05fU1RFUF9SRUdJU1RFUkVEX1dJVEhPVVRfTElOSxAIEhsKF0lOVklUQVRJT05fU1RFUF9FWFBJUkVEEAkyyhIKDUNsaWVu\
        dFNlcnZpY2USnAEKDENyZWF0ZUNsaWVudBIvLmRheWJvb2suY2xpZW50bGluay52MWFscGhhLkNyZWF0ZUNsaWVudFJlcXVl\
        c3QaIi5kYXlib29rLmNsaWVudGxpbmsudjFhbHBoYS5DbGllbnQiN5ACAoLT5JMCLiIkL3YxYWxwaGEve3BhcmVudD1wYXJ0\
        bmVycy8qfS9jbGllbnRzOgZjbGllbnQSfQoNSW1wb3J0Q2xpZW50cxIwLmRheWJvb2suY2xpZW50bGluay52MWFscGhhLklt\
        cG9ydENsaWVudHNSZXF1ZXN0GjEuZGF5Ym9vay5jbGllbnRsaW5rLnYxYWxwaGEuSW1wb3J0Q2xpZW50c1Jlc3BvbnNlIgOQ\
        AgIoATABEo4BCglHZXRDbGllbnQSLC5kYXlib29rLmNsaWVudGxpbmsudjFhbHBoYS5HZXRDbGllbnRSZXF1ZXN0GiIuZGF5\
        Ym9vay5jbGllbnRsaW5rLnYxYWxwaGEuQ2xpZW50Ii+QAgGC0+STAiYSJC92MWFscGhhL3tuYW1lPXBhcnRuZXJzLyovY2xp\
        ZW50cy8qfRKfAQoLTGlzdENsaWVudHMSLi5kYXlib29rLmNsaWVudGxpbmsudjFhbHBoYS5MaXN0Q2xpZW50c1JlcXVlc3Qa\
        Ly5kYXlib29rLmNsaWVudGxpbmsudjFhbHBoYS5MaXN0Q2xpZW50c1Jlc3BvbnNlIi+QAgGC0+STAiYSJC92MWFscGhhL3tw\
        YXJlbnQ9cGFydG5lcnMvKn0vY2xpZW50cxKjAQoMVXBkYXRlQ2xpZW50Ei8uZGF5Ym9vay5jbGllbnRsaW5rLnYxYWxwaGEu\
        VXBkYXRlQ2xpZW50UmVxdWVzdBoiLmRheWJvb2suY2xpZW50bGluay52MWFscGhhLkNsaWVudCI+kAICgtPkkwI1MisvdjFh\
        bHBoYS97Y2xpZW50Lm5hbWU9cGFydG5lcnMvKi9jbGllbnRzLyp9OgZjbGllbnQSngEKDEludml0ZUNsaWVudBIvLmRheWJv\
        b2suY2xpZW50bGluay52MWFscGhhLkludml0ZUNsaWVudFJlcXVlc3QaIi5kYXlib29rLmNsaWVudGxpbmsudjFhbHBoYS5D\
        bGllbnQiOZACAoLT5JMCMCIrL3YxYWxwaGEve25hbWU9cGFydG5lcnMvKi9jbGllbnRzLyp9Omludml0ZToBKhLDAQoSQmF0\
        Y2hJbnZpdGVDbGllbnRzEjUuZGF5Ym9vay5jbGllbnRsaW5rLnYxYWxwaGEuQmF0Y2hJbnZpdGVDbGllbnRzUmVxdWVzdBo2\
        LmRheWJvb2suY2xpZW50bGluay52MWFscGhhLkJhdGNoSW52aXRlQ2xpZW50c1Jlc3BvbnNlIj6QAgKC0+STAjUiMC92MWFs\
        cGhhL3twYXJlbnQ9cGFydG5lcnMvKn0vY2xpZW50czpiYXRjaEludml0ZToBKhKwAQoQUmVzZW5kSW52aXRhdGlvbhIzLmRh\
        eWJvb2suY2xpZW50bGluay52MWFscGhhLlJlc2VuZEludml0YXRpb25SZXF1ZXN0GiIuZGF5Ym9vay5jbGllbnRsaW5rLnYx\
        YWxwaGEuQ2xpZW50IkOQAgKC0+STAjoiNS92MWFscGhhL3tuYW1lPXBhcnRuZXJzLyovY2xpZW50cy8qfTpyZXNlbmRJbnZp\
        dGF0aW9uOgEqErYBChJXaXRoZHJhd0ludml0YXRpb24SNS5kYXlib29rLmNsaWVudGxpbmsudjFhbHBoYS5XaXRoZHJhd0lu\
        dml0YXRpb25SZXF1ZXN0GiIuZGF5Ym9vay5jbGllbnRsaW5rLnYxYWxwaGEuQ2xpZW50IkWQAgKC0+STAjwiNy92MWFscGhh\
        L3tuYW1lPXBhcnRuZXJzLyovY2xpZW50cy8qfTp3aXRoZHJhd0ludml0YXRpb246ASoSoQEKDUFyY2hpdmVDbGllbnQSMC5k\
        YXlib29rLmNsaWVudGxpbmsudjFhbHBoYS5BcmNoaXZlQ2xpZW50UmVxdWVzdBoiLmRheWJvb2suY2xpZW50bGluay52MWFs\
        cGhhLkNsaWVudCI6kAICgtPkkwIxIiwvdjFhbHBoYS97bmFtZT1wYXJ0bmVycy8qL2NsaWVudHMvKn06YXJjaGl2ZToBKhKi\
        AQoMRGVsZXRlQ2xpZW50Ei8uZGF5Ym9vay5jbGllbnRsaW5rLnYxYWxwaGEuRGVsZXRlQ2xpZW50UmVxdWVzdBowLmRheWJv\
        b2suY2xpZW50bGluay52MWFscGhhLkRlbGV0ZUNsaWVudFJlc3BvbnNlIi+QAgKC0+STAiYqJC92MWFscGhhL3tuYW1lPXBh\
        cnRuZXJzLyovY2xpZW50cy8qfRKwAQoQQXNzaWduQWNjb3VudGFudBIzLmRheWJvb2suY2xpZW50bGluay52MWFscGhhLkFz\
        c2lnbkFjY291bnRhbnRSZXF1ZXN0GiIuZGF5Ym9vay5jbGllbnRsaW5rLnYxYWxwaGEuQ2xpZW50IkOQAgKC0+STAjoiNS92\
        MWFscGhhL3tuYW1lPXBhcnRuZXJzLyovY2xpZW50cy8qfTphc3NpZ25BY2NvdW50YW50OgEqErYBChJVbmFzc2lnbkFjY291\
        bnRhbnQSNS5kYXlib29rLmNsaWVudGxpbmsudjFhbHBoYS5VbmFzc2lnbkFjY291bnRhbnRSZXF1ZXN0GiIuZGF5Ym9vay5j\
        bGllbnRsaW5rLnYxYWxwaGEuQ2xpZW50IkWQAgKC0+STAjwiNy92MWFscGhhL3tuYW1lPXBhcnRuZXJzLyovY2xpZW50cy8q\
        fTp1bmFzc2lnbkFjY291bnRhbnQ6ASoSuQEKEUxpc3RDbGllbnRIaXN0b3J5EjQuZGF5Ym9vay5jbGllbnRsaW5rLnYxYWxw\
        aGEuTGlzdENsaWVudEhpc3RvcnlSZXF1ZXN0GjUuZGF5Ym9vay5jbGllbnRsaW5rLnYxYWxwaGEuTGlzdENsaWVudEhpc3Rv\
        cnlSZXNwb25zZSI3kAIBgtPkkwIuEiwvdjFhbHBoYS97bmFtZT1wYXJ0bmVycy8qL2NsaWVudHMvKn06aGlzdG9yeWIGcHJv\
        dG8z
        """),
    ProtoFile(
      name: "daybook/clientlink/v1alpha/link.proto",
      imports: ["daybook/clientlink/v1alpha/client.proto", "daybook/common/v1alpha/common.proto", "google/api/annotations.proto", "google/protobuf/timestamp.proto"],
      symbols: ["daybook.clientlink.v1alpha.Invitation", "daybook.clientlink.v1alpha.Link", "daybook.clientlink.v1alpha.OpenInvitationRequest", "daybook.clientlink.v1alpha.AcceptInvitationRequest", "daybook.clientlink.v1alpha.ListLinksRequest", "daybook.clientlink.v1alpha.ListLinksResponse", "daybook.clientlink.v1alpha.RemoveLinkRequest", "daybook.clientlink.v1alpha.ListLinkHistoryRequest", "daybook.clientlink.v1alpha.ListLinkHistoryResponse", "daybook.clientlink.v1alpha.RejectAccessRequest", "daybook.clientlink.v1alpha.LiftRejectionRequest", "daybook.clientlink.v1alpha.PassKycCheckRequest", "daybook.clientlink.v1alpha.InvitationStatus", "daybook.clientlink.v1alpha.LinkService", "daybook.clientlink.v1alpha.LinkService.OpenInvitation", "daybook.clientlink.v1alpha.LinkService.AcceptInvitation", "daybook.clientlink.v1alpha.LinkService.ListLinks", "daybook.clientlink.v1alpha.LinkService.RemoveLink", "daybook.clientlink.v1alpha.LinkService.ListLinkHistory", "daybook.clientlink.v1alpha.BackOfficeService", "daybook.clientlink.v1alpha.BackOfficeService.RejectAccess", "daybook.clientlink.v1alpha.BackOfficeService.LiftRejection", "daybook.clientlink.v1alpha.BackOfficeService.PassKycCheck"],
      services: ["daybook.clientlink.v1alpha.LinkService", "daybook.clientlink.v1alpha.BackOfficeService"],
      base64: """
        CiVkYXlib29rL2NsaWVudGxpbmsvdjFhbHBoYS9saW5rLnByb3RvEhpkYXlib29rLmNsaWVudGxpbmsudjFhbHBoYRonZGF5\
        Ym9vay9jbGllbnRsaW5rL3YxYWxwaGEvY2xpZW50LnByb3RvGiNkYXlib29rL2NvbW1vbi92MWFscGhhL2NvbW1vbi5wcm90\
        bxocZ29vZ2xlL2FwaS9hbm5vdGF0aW9ucy5wcm90bxofZ29vZ2xlL3Byb3RvYnVmL3RpbWVzdGFtcC5wcm90byLSAgoKSW52\
        aXRhdGlvbhIYCgdwYXJ0bmVyGAEgASgJUgdwYXJ0bmVyEjAKFHBhcnRuZXJfZGlzcGxheV9uYW1lGAIgASgJUhJwYXJ0bmVy\
        RGlzcGxheU5hbWUSLgoTY2xpZW50X2Rpc3BsYXlfbmFtZRgDIAEoCVIRY2xpZW50RGlzcGxheU5hbWUSKwoRZW50ZXJwcmlz\
        ZV9udW1iZXIYBCABKAlSEGVudGVycHJpc2VOdW1iZXISGAoHbWVzc2FnZRgFIAEoCVIHbWVzc2FnZRJECgZzdGF0dXMYBiAB\
        KA4yLC5kYXlib29rLmNsaWVudGxpbmsudjFhbHBoYS5JbnZpdGF0aW9uU3RhdHVzUgZzdGF0dXMSOwoLZXhwaXJlX3RpbWUY\
        ByABKAsyGi5nb29nbGUucHJvdG9idWYuVGltZXN0YW1wUgpleHBpcmVUaW1lIsgCCgRMaW5rEhIKBG5hbWUYASABKAlSBG5h\
        bWUSGAoHcGFydG5lchgCIAEoCVIHcGFydG5lchIwChRwYXJ0bmVyX2Rpc3BsYXlfbmFtZRgDIAEoCVIScGFydG5lckRpc3Bs\
        YXlOYW1lEhYKBmFjdGl2ZRgEIAEoCFIGYWN0aXZlEhQKBWVwb2NoGAUgASgDUgVlcG9jaBI5CgpzdGFydF90aW1lGAYgASgL\
        MhouZ29vZ2xlLnByb3RvYnVmLlRpbWVzdGFtcFIJc3RhcnRUaW1lEjUKCGVuZF90aW1lGAcgASgLMhouZ29vZ2xlLnByb3Rv\
        YnVmLlRpbWVzdGFtcFIHZW5kVGltZRJACgZzdGF0dXMYCCABKA4yKC5kYXlib29rLmNsaWVudGxpbmsudjFhbHBoYS5DbGll\
        bnRTdGF0dXNSBnN0YXR1cyItChVPcGVuSW52aXRhdGlvblJlcXVlc3QSFAoFdG9rZW4YASABKAlSBXRva2VuIoABChdBY2Nl\
        cHRJbnZpdGF0aW9uUmVxdWVzdBIWCgZwYXJlbnQYASABKAlSBnBhcmVudBIUCgV0b2tlbhgCIAEoCVIFdG9rZW4SGAoHY29u\
        c2VudBgDIAEoCFIHY29uc2VudBIdCgpyZXF1ZXN0X2lkGAQgASgJUglyZXF1ZXN0SWQiZgoQTGlzdExpbmtzUmVxdWVzdBIW\
        CgZwYXJlbnQYASABKAlSBnBhcmVudBIbCglwYWdlX3NpemUYAiABKAVSCHBhZ2VTaXplEh0KCnBhZ2VfdG9rZW4YAyABKAlS\
        CXBhZ2VUb2tlbiJzChFMaXN0TGlua3NSZXNwb25zZRI2CgVsaW5rcxgBIAMoCzIgLmRheWJvb2suY2xpZW50bGluay52MWFs\
        cGhhLkxpbmtSBWxpbmtzEiYKD25leHRfcGFnZV90b2tlbhgCIAEoCVINbmV4dFBhZ2VUb2tlbiJeChFSZW1vdmVMaW5rUmVx\
        dWVzdBISCgRuYW1lGAEgASgJUgRuYW1lEhYKBnJlYXNvbhgCIAEoCVIGcmVhc29uEh0KCnJlcXVlc3RfaWQYAyABKAlSCXJl\
        cXVlc3RJZCJoChZMaXN0TGlua0hpc3RvcnlSZXF1ZXN0EhIKBG5hbWUYASABKAlSBG5hbWUSGwoJcGFnZV9zaXplGAIgASgF\
        UghwYWdlU2l6ZRIdCgpwYWdlX3Rva2VuGAMgASgJUglwYWdlVG9rZW4igQEKF0xpc3RMaW5rSGlzdG9yeVJlc3BvbnNlEj4K\
        B2VudHJpZXMYASADKAsyJC5kYXlib29rLmNvbW1vbi52MWFscGhhLkhpc3RvcnlFbnRyeVIHZW50cmllcxImCg9uZXh0X3Bh\
        Z2VfdG9rZW4YAiABKAlSDW5leHRQYWdlVG9rZW4iiQEKE1JlamVjdEFjY2Vzc1JlcXVlc3QSEgoEbmFtZRgBIAEoCVIEbmFt\
        ZRIWCgZyZWFzb24YAiABKAlSBnJlYXNvbhInCg9pbnRlcm5hbF9yZWFzb24YAyABKAlSDmludGVybmFsUmVhc29uEh0KCnJl\
        cXVlc3RfaWQYBCABKAlSCXJlcXVlc3RJZCKKAQoUTGlmdFJlamVjdGlvblJlcXVlc3QSEgoEbmFtZRgBIAEoCVIEbmFtZRIW\
        CgZyZWFzb24YAiABKAlSBnJlYXNvbhInCg9pbnRlcm5hbF9yZWFzb24YAyABKAlSDmludGVybmFsUmVhc29uEh0KCnJlcXVl\
        c3RfaWQYBCABKAlSCXJlcXVlc3RJZCJIChNQYXNzS3ljQ2hlY2tSZXF1ZXN0EhIKBG5hbWUYASABKAlSBG5hbWUSHQoKcmVx\
        dWVzdF9pZBgCIAEoCVIJcmVxdWVzdElkKsYBChBJbnZpdGF0aW9uU3RhdHVzEiEKHUlOVklUQVRJT05fU1RBVFVTX1VOU1BF\
        Q0lGSUVEEAASGgoWSU5WSVRBVElPTl9TVEFUVVNfTElWRRABEhwKGElOVklUQVRJT05fU1RBVFVTX09QRU5FRBACEhoKFklO\
        VklUQVRJT05fU1RBVFVTX1VTRUQQAxIaChZJTlZJVEFUSU9OX1NUQVRVU19WT0lEEAQSHQoZSU5WSVRBVElPTl9TVEFUVVNf\
        RVhQSVJFRBAFMrgGCgtMaW5rU2VydmljZRKUAQoOT3Blbkludml0YXRpb24SMS5kYXlib29rLmNsaWVudGxpbmsudjFhbHBo\
        YS5PcGVuSW52aXRhdGlvblJlcXVlc3QaJi5kYXlib29rLmNsaWVudGxpbmsudjFhbHBoYS5JbnZpdGF0aW9uIieQAgKC0+ST\
        Ah4iGS92MWFscGhhL2ludml0YXRpb25zOm9wZW46ASoSpAEKEEFjY2VwdEludml0YXRpb24SMy5kYXlib29rLmNsaWVudGxp\
        bmsudjFhbHBoYS5BY2NlcHRJbnZpdGF0aW9uUmVxdWVzdBogLmRheWJvb2suY2xpZW50bGluay52MWFscGhhLkxpbmsiOZAC\
        AoLT5JMCMCIrL3YxYWxwaGEve3BhcmVudD1idXNpbmVzc2VzLyp9L2xpbmtzOmFjY2VwdDoBKhKZAQoJTGlzdExpbmtzEiwu\
        ZGF5Ym9vay5jbGllbnRsaW5rLnYxYWxwaGEuTGlzdExpbmtzUmVxdWVzdBotLmRheWJvb2suY2xpZW50bGluay52MWFscGhh\
        Lkxpc3RMaW5rc1Jlc3BvbnNlIi+QAgGC0+STAiYSJC92MWFscGhhL3twYXJlbnQ9YnVzaW5lc3Nlcy8qfS9saW5rcxKYAQoK\
        UmVtb3ZlTGluaxItLmRheWJvb2suY2xpZW50bGluay52MWFscGhhLlJlbW92ZUxpbmtSZXF1ZXN0GiAuZGF5Ym9vay5jbGll\
        bnRsaW5rLnYxYWxwaGEuTGluayI5kAICgtPkkwIwIisvdjFhbHBoYS97bmFtZT1idXNpbmVzc2VzLyovbGlua3MvKn06cmVt\
        b3ZlOgEqErMBCg9MaXN0TGlua0hpc3RvcnkSMi5kYXlib29rLmNsaWVudGxpbmsudjFhbHBoYS5MaXN0TGlua0hpc3RvcnlS\
        ZXF1ZXN0GjMuZGF5Ym9vay5jbGllbnRsaW5rLnYxYWxwaGEuTGlzdExpbmtIaXN0b3J5UmVzcG9uc2UiN5ACAYLT5JMCLhIs\
        L3YxYWxwaGEve25hbWU9YnVzaW5lc3Nlcy8qL2xpbmtzLyp9Omhpc3RvcnkyiwQKEUJhY2tPZmZpY2VTZXJ2aWNlEqQBCgxS\
        ZWplY3RBY2Nlc3MSLy5kYXlib29rLmNsaWVudGxpbmsudjFhbHBoYS5SZWplY3RBY2Nlc3NSZXF1ZXN0GiIuZGF5Ym9vay5j\
        bGllbnRsaW5rLnYxYWxwaGEuQ2xpZW50Ij+QAgKC0+STAjYiMS92MWFscGhhL3tuYW1lPXBhcnRuZXJzLyovY2xpZW50cy8q\
        fTpyZWplY3RBY2Nlc3M6ASoSpwEKDUxpZnRSZWplY3Rpb24SMC5kYXlib29rLmNsaWVudGxpbmsudjFhbHBoYS5MaWZ0UmVq\
        ZWN0aW9uUmVxdWVzdBoiLmRheWJvb2suY2xpZW50bGluay52MWFscGhhLkNsaWVudCJAkAICgtPkkwI3IjIvdjFhbHBoYS97\
        bmFtZT1wYXJ0bmVycy8qL2NsaWVudHMvKn06bGlmdFJlamVjdGlvbjoBKhKkAQoMUGFzc0t5Y0NoZWNrEi8uZGF5Ym9vay5j\
        bGllbnRsaW5rLnYxYWxwaGEuUGFzc0t5Y0NoZWNrUmVxdWVzdBoiLmRheWJvb2suY2xpZW50bGluay52MWFscGhhLkNsaWVu\
        dCI/kAICgtPkkwI2IjEvdjFhbHBoYS97bmFtZT1wYXJ0bmVycy8qL2NsaWVudHMvKn06cGFzc0t5Y0NoZWNrOgEqYgZwcm90\
        bzM=
        """),
    ProtoFile(
      name: "google/protobuf/duration.proto",
      imports: [],
      symbols: ["google.protobuf.Duration"],
      services: [],
      base64: """
        Ch5nb29nbGUvcHJvdG9idWYvZHVyYXRpb24ucHJvdG8SD2dvb2dsZS5wcm90b2J1ZiI6CghEdXJhdGlvbhIYCgdzZWNvbmRz\
        GAEgASgDUgdzZWNvbmRzEhQKBW5hbm9zGAIgASgFUgVuYW5vc0KDAQoTY29tLmdvb2dsZS5wcm90b2J1ZkINRHVyYXRpb25Q\
        cm90b1ABWjFnb29nbGUuZ29sYW5nLm9yZy9wcm90b2J1Zi90eXBlcy9rbm93bi9kdXJhdGlvbnBi+AEBogIDR1BCqgIeR29v\
        Z2xlLlByb3RvYnVmLldlbGxLbm93blR5cGVzYgZwcm90bzM=
        """),
    ProtoFile(
      name: "daybook/clientlink/v1alpha/link_grant.proto",
      imports: ["daybook/clientlink/v1alpha/client.proto", "daybook/common/v1alpha/common.proto", "google/protobuf/duration.proto", "google/protobuf/timestamp.proto"],
      symbols: ["daybook.clientlink.v1alpha.RenewLeaseRequest", "daybook.clientlink.v1alpha.RenewLeaseResponse", "daybook.clientlink.v1alpha.LinkEpoch", "daybook.clientlink.v1alpha.ApplyLinkChangeRequest", "daybook.clientlink.v1alpha.ApplyLinkChangeResponse", "daybook.clientlink.v1alpha.ListLinkGrantsRequest", "daybook.clientlink.v1alpha.ListLinkGrantsResponse", "daybook.clientlink.v1alpha.HeldLinkGrant", "daybook.clientlink.v1alpha.LeaseService", "daybook.clientlink.v1alpha.LeaseService.RenewLease", "daybook.clientlink.v1alpha.LinkGrantService", "daybook.clientlink.v1alpha.LinkGrantService.ApplyLinkChange", "daybook.clientlink.v1alpha.LinkGrantService.ListLinkGrants"],
      services: ["daybook.clientlink.v1alpha.LeaseService", "daybook.clientlink.v1alpha.LinkGrantService"],
      base64: """
        CitkYXlib29rL2NsaWVudGxpbmsvdjFhbHBoYS9saW5rX2dyYW50LnByb3RvEhpkYXlib29rLmNsaWVudGxpbmsudjFhbHBo\
        YRonZGF5Ym9vay9jbGllbnRsaW5rL3YxYWxwaGEvY2xpZW50LnByb3RvGiNkYXlib29rL2NvbW1vbi92MWFscGhhL2NvbW1v\
        bi5wcm90bxoeZ29vZ2xlL3Byb3RvYnVmL2R1cmF0aW9uLnByb3RvGh9nb29nbGUvcHJvdG9idWYvdGltZXN0YW1wLnByb3Rv\
        IjUKEVJlbmV3TGVhc2VSZXF1ZXN0EiAKC2luY2FybmF0aW9uGAEgASgJUgtpbmNhcm5hdGlvbiLTAQoSUmVuZXdMZWFzZVJl\
        c3BvbnNlEkAKDmxlYXNlX2R1cmF0aW9uGAEgASgLMhkuZ29vZ2xlLnByb3RvYnVmLkR1cmF0aW9uUg1sZWFzZUR1cmF0aW9u\
        EkYKC2VuZGVkX2xpbmtzGAIgAygLMiUuZGF5Ym9vay5jbGllbnRsaW5rLnYxYWxwaGEuTGlua0Vwb2NoUgplbmRlZExpbmtz\
        EjMKFXJlY29uY2lsaWF0aW9uX25lZWRlZBgDIAEoCFIUcmVjb25jaWxpYXRpb25OZWVkZWQiVwoJTGlua0Vwb2NoEhgKB3Bh\
        cnRuZXIYASABKAlSB3BhcnRuZXISGgoIYnVzaW5lc3MYAiABKAlSCGJ1c2luZXNzEhQKBWVwb2NoGAMgASgDUgVlcG9jaCLv\
        AwoWQXBwbHlMaW5rQ2hhbmdlUmVxdWVzdBIaCghzZXF1ZW5jZRgBIAEoA1IIc2VxdWVuY2USGAoHcGFydG5lchgCIAEoCVIH\
        cGFydG5lchIaCghidXNpbmVzcxgDIAEoCVIIYnVzaW5lc3MSFAoFZXBvY2gYBCABKANSBWVwb2NoEhYKBmFjdGl2ZRgFIAEo\
        CFIGYWN0aXZlEiAKC2FjY291bnRhbnRzGAYgAygJUgthY2NvdW50YW50cxJkChVwcmVwYXJlZF9pbnRlZ3JhdGlvbnMYByAD\
        KAsyLy5kYXlib29rLmNsaWVudGxpbmsudjFhbHBoYS5QcmVwYXJlZEludGVncmF0aW9uUhRwcmVwYXJlZEludGVncmF0aW9u\
        cxIzCgVhY3RvchgIIAEoCzIdLmRheWJvb2suY29tbW9uLnYxYWxwaGEuQWN0b3JSBWFjdG9yEi4KBHRpbWUYCSABKAsyGi5n\
        b29nbGUucHJvdG9idWYuVGltZXN0YW1wUgR0aW1lEhYKBmNsaWVudBgKIAEoCVIGY2xpZW50Ei4KE2NsaWVudF9kaXNwbGF5\
        X25hbWUYCyABKAlSEWNsaWVudERpc3BsYXlOYW1lEiAKC2luY2FybmF0aW9uGAwgASgJUgtpbmNhcm5hdGlvbiIZChdBcHBs\
        eUxpbmtDaGFuZ2VSZXNwb25zZSKAAQoVTGlzdExpbmtHcmFudHNSZXF1ZXN0EiMKDWFmdGVyX3BhcnRuZXIYASABKAlSDGFm\
        dGVyUGFydG5lchIlCg5hZnRlcl9idXNpbmVzcxgCIAEoCVINYWZ0ZXJCdXNpbmVzcxIbCglwYWdlX3NpemUYAyABKAVSCHBh\
        Z2VTaXplIn0KFkxpc3RMaW5rR3JhbnRzUmVzcG9uc2USQQoGZ3JhbnRzGAEgAygLMikuZGF5Ym9vay5jbGllbnRsaW5rLnYx\
        YWxwaGEuSGVsZExpbmtHcmFudFIGZ3JhbnRzEiAKC2luY2FybmF0aW9uGAIgASgJUgtpbmNhcm5hdGlvbiKtAQoNSGVsZExp\
        bmtHcmFudBIYCgdwYXJ0bmVyGAEgASgJUgdwYXJ0bmVyEhoKCGJ1c2luZXNzGAIgASgJUghidXNpbmVzcxIUCgVlcG9jaBgD\
        IAEoA1IFZXBvY2gSFgoGYWN0aXZlGAQgASgIUgZhY3RpdmUSIAoLYWNjb3VudGFudHMYBSADKAlSC2FjY291bnRhbnRzEhYK\
        BmNsaWVudBgGIAEoCVIGY2xpZW50MoABCgxMZWFzZVNlcnZpY2UScAoKUmVuZXdMZWFzZRItLmRheWJvb2suY2xpZW50bGlu\
        ay52MWFscGhhLlJlbmV3TGVhc2VSZXF1ZXN0Gi4uZGF5Ym9vay5jbGllbnRsaW5rLnYxYWxwaGEuUmVuZXdMZWFzZVJlc3Bv\
        bnNlIgOQAgIykQIKEExpbmtHcmFudFNlcnZpY2USfwoPQXBwbHlMaW5rQ2hhbmdlEjIuZGF5Ym9vay5jbGllbnRsaW5rLnYx\
        YWxwaGEuQXBwbHlMaW5rQ2hhbmdlUmVxdWVzdBozLmRheWJvb2suY2xpZW50bGluay52MWFscGhhLkFwcGx5TGlua0NoYW5n\
        ZVJlc3BvbnNlIgOQAgISfAoOTGlzdExpbmtHcmFudHMSMS5kYXlib29rLmNsaWVudGxpbmsudjFhbHBoYS5MaXN0TGlua0dy\
        YW50c1JlcXVlc3QaMi5kYXlib29rLmNsaWVudGxpbmsudjFhbHBoYS5MaXN0TGlua0dyYW50c1Jlc3BvbnNlIgOQAgFiBnBy\
        b3RvMw==
        """),
    ProtoFile(
      name: "daybook/clientlink/v1alpha/reconciliation.proto",
      imports: [],
      symbols: ["daybook.clientlink.v1alpha.ReconcileLinksRequest", "daybook.clientlink.v1alpha.LinkFinding", "daybook.clientlink.v1alpha.LinkFindingKind", "daybook.clientlink.v1alpha.LinkReconciliationService", "daybook.clientlink.v1alpha.LinkReconciliationService.ReconcileLinks"],
      services: ["daybook.clientlink.v1alpha.LinkReconciliationService"],
      base64: """
        Ci9kYXlib29rL2NsaWVudGxpbmsvdjFhbHBoYS9yZWNvbmNpbGlhdGlvbi5wcm90bxIaZGF5Ym9vay5jbGllbnRsaW5rLnYx\
        YWxwaGEiMAoVUmVjb25jaWxlTGlua3NSZXF1ZXN0EhcKB2RyeV9ydW4YASABKAhSBmRyeVJ1biLYAQoLTGlua0ZpbmRpbmcS\
        GAoHc2VydmljZRgBIAEoCVIHc2VydmljZRIYCgdwYXJ0bmVyGAIgASgJUgdwYXJ0bmVyEhoKCGJ1c2luZXNzGAMgASgJUghi\
        dXNpbmVzcxIWCgZjbGllbnQYBCABKAlSBmNsaWVudBI/CgRraW5kGAUgASgOMisuZGF5Ym9vay5jbGllbnRsaW5rLnYxYWxw\
        aGEuTGlua0ZpbmRpbmdLaW5kUgRraW5kEiAKC2FjY291bnRhbnRzGAYgAygJUgthY2NvdW50YW50cyrKAQoPTGlua0ZpbmRp\
        bmdLaW5kEiEKHUxJTktfRklORElOR19LSU5EX1VOU1BFQ0lGSUVEEAASIQodTElOS19GSU5ESU5HX0tJTkRfR1JBTlRfRU5E\
        RUQQARIgChxMSU5LX0ZJTkRJTkdfS0lORF9MSU5LX0VOREVEEAISIwofTElOS19GSU5ESU5HX0tJTkRfQ0hBTkdFX1JFU0VO\
        VBADEioKJkxJTktfRklORElOR19LSU5EX0FDQ09VTlRBTlRTX05BUlJPV0VEEAQykAEKGUxpbmtSZWNvbmNpbGlhdGlvblNl\
        cnZpY2UScwoOUmVjb25jaWxlTGlua3MSMS5kYXlib29rLmNsaWVudGxpbmsudjFhbHBoYS5SZWNvbmNpbGVMaW5rc1JlcXVl\
        c3QaJy5kYXlib29rLmNsaWVudGxpbmsudjFhbHBoYS5MaW5rRmluZGluZyIDkAICMAFiBnByb3RvMw==
        """),
    ProtoFile(
      name: "daybook/documentstatus/v1alpha/document.proto",
      imports: ["daybook/common/v1alpha/common.proto", "google/api/annotations.proto", "google/protobuf/timestamp.proto"],
      symbols: ["daybook.documentstatus.v1alpha.Document", "daybook.documentstatus.v1alpha.DocumentFields", "daybook.documentstatus.v1alpha.Party", "daybook.documentstatus.v1alpha.PaymentInstructions", "daybook.documentstatus.v1alpha.DocumentLine", "daybook.documentstatus.v1alpha.RuleViolation", "daybook.documentstatus.v1alpha.Payment", "daybook.documentstatus.v1alpha.ContentInfo", "daybook.documentstatus.v1alpha.ContentChunk", "daybook.documentstatus.v1alpha.ImportDocumentRequest", "daybook.documentstatus.v1alpha.GetDocumentRequest", "daybook.documentstatus.v1alpha.ListDocumentsRequest", "daybook.documentstatus.v1alpha.ListDocumentsResponse", "daybook.documentstatus.v1alpha.UpdateDocumentRequest", "daybook.documentstatus.v1alpha.DiscardDocumentRequest", "daybook.documentstatus.v1alpha.DiscardDocumentResponse", "daybook.documentstatus.v1alpha.ApproveDocumentRequest", "daybook.documentstatus.v1alpha.BatchApproveDocumentsRequest", "daybook.documentstatus.v1alpha.DocumentVersion", "daybook.documentstatus.v1alpha.BatchApproveDocumentsResponse", "daybook.documentstatus.v1alpha.BatchApproveDocumentsResult", "daybook.documentstatus.v1alpha.ReconcilePaymentRequest", "daybook.documentstatus.v1alpha.UndoReconciliationRequest", "daybook.documentstatus.v1alpha.ReadDocumentContentRequest", "daybook.documentstatus.v1alpha.ListDocumentHistoryRequest", "daybook.documentstatus.v1alpha.ListDocumentHistoryResponse", "daybook.documentstatus.v1alpha.DocumentKind", "daybook.documentstatus.v1alpha.DocumentStatus", "daybook.documentstatus.v1alpha.DocumentOrigin", "daybook.documentstatus.v1alpha.ContentPart", "daybook.documentstatus.v1alpha.DocumentService", "daybook.documentstatus.v1alpha.DocumentService.ImportDocument", "daybook.documentstatus.v1alpha.DocumentService.GetDocument", "daybook.documentstatus.v1alpha.DocumentService.ListDocuments", "daybook.documentstatus.v1alpha.DocumentService.UpdateDocument", "daybook.documentstatus.v1alpha.DocumentService.DiscardDocument", "daybook.documentstatus.v1alpha.DocumentService.ApproveDocument", "daybook.documentstatus.v1alpha.DocumentService.BatchApproveDocuments", "daybook.documentstatus.v1alpha.DocumentService.ReconcilePayment", "daybook.documentstatus.v1alpha.DocumentService.UndoReconciliation", "daybook.documentstatus.v1alpha.DocumentService.ReadDocumentContent", "daybook.documentstatus.v1alpha.DocumentService.ListDocumentHistory"],
      services: ["daybook.documentstatus.v1alpha.DocumentService"],
      base64: """
        Ci1kYXlib29rL2RvY3VtZW50c3RhdHVzL3YxYWxwaGEvZG9jdW1lbnQucHJvdG8SHmRheWJvb2suZG9jdW1lbnRzdGF0dXMu\
        djFhbHBoYRojZGF5Ym9vay9jb21tb24vdjFhbHBoYS9jb21tb24ucHJvdG8aHGdvb2dsZS9hcGkvYW5ub3RhdGlvbnMucHJv\
        dG8aH2dvb2dsZS9wcm90b2J1Zi90aW1lc3RhbXAucHJvdG8ixAcKCERvY3VtZW50EhIKBG5hbWUYASABKAlSBG5hbWUSQAoE\
        a2luZBgCIAEoDjIsLmRheWJvb2suZG9jdW1lbnRzdGF0dXMudjFhbHBoYS5Eb2N1bWVudEtpbmRSBGtpbmQSHwoLc2VsZl9i\
        aWxsZWQYAyABKAhSCnNlbGZCaWxsZWQSRgoGc3RhdHVzGAQgASgOMi4uZGF5Ym9vay5kb2N1bWVudHN0YXR1cy52MWFscGhh\
        LkRvY3VtZW50U3RhdHVzUgZzdGF0dXMSRgoGb3JpZ2luGAUgASgOMi4uZGF5Ym9vay5kb2N1bWVudHN0YXR1cy52MWFscGhh\
        LkRvY3VtZW50T3JpZ2luUgZvcmlnaW4SRgoGZmllbGRzGAYgASgLMi4uZGF5Ym9vay5kb2N1bWVudHN0YXR1cy52MWFscGhh\
        LkRvY3VtZW50RmllbGRzUgZmaWVsZHMSTQoKdmlvbGF0aW9ucxgHIAMoCzItLmRheWJvb2suZG9jdW1lbnRzdGF0dXMudjFh\
        bHBoYS5SdWxlVmlvbGF0aW9uUgp2aW9sYXRpb25zEjQKBXRvdGFsGAggASgLMh4uZGF5Ym9vay5jb21tb24udjFhbHBoYS5B\
        bW91bnRSBXRvdGFsEj8KC29wZW5fYW1vdW50GAkgASgLMh4uZGF5Ym9vay5jb21tb24udjFhbHBoYS5BbW91bnRSCm9wZW5B\
        bW91bnQSQwoIcGF5bWVudHMYCiADKAsyJy5kYXlib29rLmRvY3VtZW50c3RhdHVzLnYxYWxwaGEuUGF5bWVudFIIcGF5bWVu\
        dHMSRwoIb3JpZ2luYWwYCyABKAsyKy5kYXlib29rLmRvY3VtZW50c3RhdHVzLnYxYWxwaGEuQ29udGVudEluZm9SCG9yaWdp\
        bmFsEkgKCWVfaW52b2ljZRgMIAEoCzIrLmRheWJvb2suZG9jdW1lbnRzdGF0dXMudjFhbHBoYS5Db250ZW50SW5mb1IIZUlu\
        dm9pY2USOwoLY3JlYXRlX3RpbWUYDSABKAsyGi5nb29nbGUucHJvdG9idWYuVGltZXN0YW1wUgpjcmVhdGVUaW1lEjsKC3Vw\
        ZGF0ZV90aW1lGA4gASgLMhouZ29vZ2xlLnByb3RvYnVmLlRpbWVzdGFtcFIKdXBkYXRlVGltZRI9CgxhcHByb3ZlX3RpbWUY\
        DyABKAsyGi5nb29nbGUucHJvdG9idWYuVGltZXN0YW1wUgthcHByb3ZlVGltZRISCgRldGFnGBAgASgJUgRldGFnIucECg5E\
        b2N1bWVudEZpZWxkcxIWCgZudW1iZXIYASABKAlSBm51bWJlchIdCgppc3N1ZV9kYXRlGAIgASgJUglpc3N1ZURhdGUSGQoI\
        ZHVlX2RhdGUYAyABKAlSB2R1ZURhdGUSIwoNY3VycmVuY3lfY29kZRgEIAEoCVIMY3VycmVuY3lDb2RlEicKD2J1eWVyX3Jl\
        ZmVyZW5jZRgFIAEoCVIOYnV5ZXJSZWZlcmVuY2USJwoPb3JkZXJfcmVmZXJlbmNlGAYgASgJUg5vcmRlclJlZmVyZW5jZRIr\
        ChFwcmVjZWRpbmdfaW52b2ljZRgHIAEoCVIQcHJlY2VkaW5nSW52b2ljZRI9CgZzZWxsZXIYCCABKAsyJS5kYXlib29rLmRv\
        Y3VtZW50c3RhdHVzLnYxYWxwaGEuUGFydHlSBnNlbGxlchI7CgVidXllchgJIAEoCzIlLmRheWJvb2suZG9jdW1lbnRzdGF0\
        dXMudjFhbHBoYS5QYXJ0eVIFYnV5ZXISZgoUcGF5bWVudF9pbnN0cnVjdGlvbnMYCiABKAsyMy5kYXlib29rLmRvY3VtZW50\
        c3RhdHVzLnYxYWxwaGEuUGF5bWVudEluc3RydWN0aW9uc1ITcGF5bWVudEluc3RydWN0aW9ucxJCCgVsaW5lcxgLIAMoCzIs\
        LmRheWJvb2suZG9jdW1lbnRzdGF0dXMudjFhbHBoYS5Eb2N1bWVudExpbmVSBWxpbmVzEhIKBG5vdGUYDCABKAlSBG5vdGUS\
        IwoNcmVjZWlwdF90b3RhbBgNIAEoCVIMcmVjZWlwdFRvdGFsIo4CCgVQYXJ0eRIhCgxkaXNwbGF5X25hbWUYASABKAlSC2Rp\
        c3BsYXlOYW1lEiUKDnZhdF9pZGVudGlmaWVyGAIgASgJUg12YXRJZGVudGlmaWVyEi8KE3JlZ2lzdHJhdGlvbl9udW1iZXIY\
        AyABKAlSEnJlZ2lzdHJhdGlvbk51bWJlchIaCghlbmRwb2ludBgEIAEoCVIIZW5kcG9pbnQSFgoGc3RyZWV0GAUgASgJUgZz\
        dHJlZXQSEgoEY2l0eRgGIAEoCVIEY2l0eRIfCgtwb3N0YWxfY29kZRgHIAEoCVIKcG9zdGFsQ29kZRIhCgxjb3VudHJ5X2Nv\
        ZGUYCCABKAlSC2NvdW50cnlDb2RlIoIBChNQYXltZW50SW5zdHJ1Y3Rpb25zEh0KCm1lYW5zX2NvZGUYASABKAlSCW1lYW5z\
        Q29kZRIYCgdhY2NvdW50GAIgASgJUgdhY2NvdW50EhwKCXJlZmVyZW5jZRgDIAEoCVIJcmVmZXJlbmNlEhQKBXRlcm1zGAQg\
        ASgJUgV0ZXJtcyLPAQoMRG9jdW1lbnRMaW5lEg4KAmlkGAEgASgJUgJpZBIbCglpdGVtX25hbWUYAiABKAlSCGl0ZW1OYW1l\
        EhoKCHF1YW50aXR5GAMgASgJUghxdWFudGl0eRIbCgl1bml0X2NvZGUYBCABKAlSCHVuaXRDb2RlEhsKCW5ldF9wcmljZRgF\
        IAEoCVIIbmV0UHJpY2USIQoMdmF0X2NhdGVnb3J5GAYgASgJUgt2YXRDYXRlZ29yeRIZCgh2YXRfcmF0ZRgHIAEoCVIHdmF0\
        UmF0ZSJZCg1SdWxlVmlvbGF0aW9uEhIKBHJ1bGUYASABKAlSBHJ1bGUSGAoHbWVzc2FnZRgCIAEoCVIHbWVzc2FnZRIaCghs\
        b2NhdGlvbhgDIAEoCVIIbG9jYXRpb24idAoHUGF5bWVudBIdCgpwYXltZW50X2lkGAEgASgJUglwYXltZW50SWQSNgoGYW1v\
        dW50GAIgASgLMh4uZGF5Ym9vay5jb21tb24udjFhbHBoYS5BbW91bnRSBmFtb3VudBISCgRkYXRlGAMgASgJUgRkYXRlIoAB\
        CgtDb250ZW50SW5mbxIWCgZzaGEyNTYYASABKAlSBnNoYTI1NhIdCgpzaXplX2J5dGVzGAIgASgDUglzaXplQnl0ZXMSHQoK\
        bWVkaWFfdHlwZRgDIAEoCVIJbWVkaWFUeXBlEhsKCWZpbGVfbmFtZRgEIAEoCVIIZmlsZU5hbWUiYwoMQ29udGVudENodW5r\
        EhIKBGRhdGEYASABKAxSBGRhdGESPwoEaW5mbxgCIAEoCzIrLmRheWJvb2suZG9jdW1lbnRzdGF0dXMudjFhbHBoYS5Db250\
        ZW50SW5mb1IEaW5mbyLkAQoVSW1wb3J0RG9jdW1lbnRSZXF1ZXN0EhYKBnBhcmVudBgBIAEoCVIGcGFyZW50EkAKBGtpbmQY\
        AiABKA4yLC5kYXlib29rLmRvY3VtZW50c3RhdHVzLnYxYWxwaGEuRG9jdW1lbnRLaW5kUgRraW5kEh8KC3NlbGZfYmlsbGVk\
        GAMgASgIUgpzZWxmQmlsbGVkEhsKCWZpbGVfbmFtZRgEIAEoCVIIZmlsZU5hbWUSHQoKcmVxdWVzdF9pZBgFIAEoCVIJcmVx\
        dWVzdElkEhQKBWNodW5rGAYgASgMUgVjaHVuayIoChJHZXREb2N1bWVudFJlcXVlc3QSEgoEbmFtZRgBIAEoCVIEbmFtZSL0\
        AQoUTGlzdERvY3VtZW50c1JlcXVlc3QSFgoGcGFyZW50GAEgASgJUgZwYXJlbnQSRgoGc3RhdHVzGAIgASgOMi4uZGF5Ym9v\
        ay5kb2N1bWVudHN0YXR1cy52MWFscGhhLkRvY3VtZW50U3RhdHVzUgZzdGF0dXMSQAoEa2luZBgDIAEoDjIsLmRheWJvb2su\
        ZG9jdW1lbnRzdGF0dXMudjFhbHBoYS5Eb2N1bWVudEtpbmRSBGtpbmQSGwoJcGFnZV9zaXplGAQgASgFUghwYWdlU2l6ZRId\
        CgpwYWdlX3Rva2VuGAUgASgJUglwYWdlVG9rZW4ihwEKFUxpc3REb2N1bWVudHNSZXNwb25zZRJGCglkb2N1bWVudHMYASAD\
        KAsyKC5kYXlib29rLmRvY3VtZW50c3RhdHVzLnYxYWxwaGEuRG9jdW1lbnRSCWRvY3VtZW50cxImCg9uZXh0X3BhZ2VfdG9r\
        ZW4YAiABKAlSDW5leHRQYWdlVG9rZW4ifAoVVXBkYXRlRG9jdW1lbnRSZXF1ZXN0EkQKCGRvY3VtZW50GAEgASgLMiguZGF5\
        Ym9vay5kb2N1bWVudHN0YXR1cy52MWFscGhhLkRvY3VtZW50Ughkb2N1bWVudBIdCgpyZXF1ZXN0X2lkGAIgASgJUglyZXF1\
        ZXN0SWQidwoWRGlzY2FyZERvY3VtZW50UmVxdWVzdBISCgRuYW1lGAEgASgJUgRuYW1lEhIKBGV0YWcYAiABKAlSBGV0YWcS\
        FgoGcmVhc29uGAMgASgJUgZyZWFzb24SHQoKcmVxdWVzdF9pZBgEIAEoCVIJcmVxdWVzdElkIhkKF0Rpc2NhcmREb2N1bWVu\
        dFJlc3BvbnNlIl8KFkFwcHJvdmVEb2N1bWVudFJlcXVlc3QSEgoEbmFtZRgBIAEoCVIEbmFtZRISCgRldGFnGAIgASgJUgRl\
        dGFnEh0KCnJlcXVlc3RfaWQYAyABKAlSCXJlcXVlc3RJZCKkAQocQmF0Y2hBcHByb3ZlRG9jdW1lbnRzUmVxdWVzdBIWCgZw\
        YXJlbnQYASABKAlSBnBhcmVudBJNCglkb2N1bWVudHMYAiADKAsyLy5kYXlib29rLmRvY3VtZW50c3RhdHVzLnYxYWxwaGEu\
        RG9jdW1lbnRWZXJzaW9uUglkb2N1bWVudHMSHQoKcmVxdWVzdF9pZBgDIAEoCVIJcmVxdWVzdElkIjkKD0RvY3VtZW50VmVy\
        c2lvbhISCgRuYW1lGAEgASgJUgRuYW1lEhIKBGV0YWcYAiABKAlSBGV0YWcidgodQmF0Y2hBcHByb3ZlRG9jdW1lbnRzUmVz\
        cG9uc2USVQoHcmVzdWx0cxgBIAMoCzI7LmRheWJvb2suZG9jdW1lbnRzdGF0dXMudjFhbHBoYS5CYXRjaEFwcHJvdmVEb2N1\
        bWVudHNSZXN1bHRSB3Jlc3VsdHMiswEKG0JhdGNoQXBwcm92ZURvY3VtZW50c1Jlc3VsdBISCgRuYW1lGAEgASgJUgRuYW1l\
        EjoKBnN0YXR1cxgCIAEoCzIiLmRheWJvb2suY29tbW9uLnYxYWxwaGEuSXRlbVN0YXR1c1IGc3RhdHVzEkQKCGRvY3VtZW50\
        GAMgASgLMiguZGF5Ym9vay5kb2N1bWVudHN0YXR1cy52MWFscGhhLkRvY3VtZW50Ughkb2N1bWVudCKPAQoXUmVjb25jaWxl\
        UGF5bWVudFJlcXVlc3QSEgoEbmFtZRgBIAEoCVIEbmFtZRJBCgdwYXltZW50GAIgASgLMicuZGF5Ym9vay5kb2N1bWVudHN0\
        YXR1cy52MWFscGhhLlBheW1lbnRSB3BheW1lbnQSHQoKcmVxdWVzdF9pZBgDIAEoCVIJcmVxdWVzdElkIm0KGVVuZG9SZWNv\
        bmNpbGlhdGlvblJlcXVlc3QSEgoEbmFtZRgBIAEoCVIEbmFtZRIdCgpwYXltZW50X2lkGAIgASgJUglwYXltZW50SWQSHQoK\
        cmVxdWVzdF9pZBgDIAEoCVIJcmVxdWVzdElkInEKGlJlYWREb2N1bWVudENvbnRlbnRSZXF1ZXN0EhIKBG5hbWUYASABKAlS\
        BG5hbWUSPwoEcGFydBgCIAEoDjIrLmRheWJvb2suZG9jdW1lbnRzdGF0dXMudjFhbHBoYS5Db250ZW50UGFydFIEcGFydCJs\
        ChpMaXN0RG9jdW1lbnRIaXN0b3J5UmVxdWVzdBISCgRuYW1lGAEgASgJUgRuYW1lEhsKCXBhZ2Vfc2l6ZRgCIAEoBVIIcGFn\
        ZVNpemUSHQoKcGFnZV90b2tlbhgDIAEoCVIJcGFnZVRva2VuIoUBChtMaXN0RG9jdW1lbnRIaXN0b3J5UmVzcG9uc2USPgoH\
        ZW50cmllcxgBIAMoCzIkLmRheWJvb2suY29tbW9uLnYxYWxwaGEuSGlzdG9yeUVudHJ5UgdlbnRyaWVzEiYKD25leHRfcGFn\
        ZV90b2tlbhgCIAEoCVINbmV4dFBhZ2VUb2tlbiqEAgoMRG9jdW1lbnRLaW5kEh0KGURPQ1VNRU5UX0tJTkRfVU5TUEVDSUZJ\
        RUQQABIiCh5ET0NVTUVOVF9LSU5EX1BVUkNIQVNFX0lOVk9JQ0UQARIfChtET0NVTUVOVF9LSU5EX1NBTEVTX0lOVk9JQ0UQ\
        AhIiCh5ET0NVTUVOVF9LSU5EX1BVUkNIQVNFX1JFQ0VJUFQQAxIfChtET0NVTUVOVF9LSU5EX1NBTEVTX1JFQ0VJUFQQBBIm\
        CiJET0NVTUVOVF9LSU5EX1BVUkNIQVNFX0NSRURJVF9OT1RFEAUSIwofRE9DVU1FTlRfS0lORF9TQUxFU19DUkVESVRfTk9U\
        RRAGKpYBCg5Eb2N1bWVudFN0YXR1cxIfChtET0NVTUVOVF9TVEFUVVNfVU5TUEVDSUZJRUQQABInCiNET0NVTUVOVF9TVEFU\
        VVNfQVdBSVRJTkdfVkFMSURBVElPThABEhoKFkRPQ1VNRU5UX1NUQVRVU19VTlBBSUQQAhIeChpET0NVTUVOVF9TVEFUVVNf\
        RlVMTFlfUEFJRBADKoABCg5Eb2N1bWVudE9yaWdpbhIfChtET0NVTUVOVF9PUklHSU5fVU5TUEVDSUZJRUQQABIXChNET0NV\
        TUVOVF9PUklHSU5fUERGEAESFwoTRE9DVU1FTlRfT1JJR0lOX1VCTBACEhsKF0RPQ1VNRU5UX09SSUdJTl9ORVRXT1JLEAMq\
        YgoLQ29udGVudFBhcnQSHAoYQ09OVEVOVF9QQVJUX1VOU1BFQ0lGSUVEEAASGQoVQ09OVEVOVF9QQVJUX09SSUdJTkFMEAES\
        GgoWQ09OVEVOVF9QQVJUX0VfSU5WT0lDRRACMtQPCg9Eb2N1bWVudFNlcnZpY2USeAoOSW1wb3J0RG9jdW1lbnQSNS5kYXli\
        b29rLmRvY3VtZW50c3RhdHVzLnYxYWxwaGEuSW1wb3J0RG9jdW1lbnRSZXF1ZXN0GiguZGF5Ym9vay5kb2N1bWVudHN0YXR1\
        cy52MWFscGhhLkRvY3VtZW50IgOQAgIoARKgAQoLR2V0RG9jdW1lbnQSMi5kYXlib29rLmRvY3VtZW50c3RhdHVzLnYxYWxw\
        aGEuR2V0RG9jdW1lbnRSZXF1ZXN0GiguZGF5Ym9vay5kb2N1bWVudHN0YXR1cy52MWFscGhhLkRvY3VtZW50IjOQAgGC0+ST\
        AioSKC92MWFscGhhL3tuYW1lPWJ1c2luZXNzZXMvKi9kb2N1bWVudHMvKn0SsQEKDUxpc3REb2N1bWVudHMSNC5kYXlib29r\
        LmRvY3VtZW50c3RhdHVzLnYxYWxwaGEuTGlzdERvY3VtZW50c1JlcXVlc3QaNS5kYXlib29rLmRvY3VtZW50c3RhdHVzLnYx\
        YWxwaGEuTGlzdERvY3VtZW50c1Jlc3BvbnNlIjOQAgGC0+STAioSKC92MWFscGhhL3twYXJlbnQ9YnVzaW5lc3Nlcy8qfS9k\
        b2N1bWVudHMSuQEKDlVwZGF0ZURvY3VtZW50EjUuZGF5Ym9vay5kb2N1bWVudHN0YXR1cy52MWFscGhhLlVwZGF0ZURvY3Vt\
        ZW50UmVxdWVzdBooLmRheWJvb2suZG9jdW1lbnRzdGF0dXMudjFhbHBoYS5Eb2N1bWVudCJGkAICgtPkkwI9MjEvdjFhbHBo\
        YS97ZG9jdW1lbnQubmFtZT1idXNpbmVzc2VzLyovZG9jdW1lbnRzLyp9Oghkb2N1bWVudBLCAQoPRGlzY2FyZERvY3VtZW50\
        EjYuZGF5Ym9vay5kb2N1bWVudHN0YXR1cy52MWFscGhhLkRpc2NhcmREb2N1bWVudFJlcXVlc3QaNy5kYXlib29rLmRvY3Vt\
        ZW50c3RhdHVzLnYxYWxwaGEuRGlzY2FyZERvY3VtZW50UmVzcG9uc2UiPpACAoLT5JMCNSIwL3YxYWxwaGEve25hbWU9YnVz\
        aW5lc3Nlcy8qL2RvY3VtZW50cy8qfTpkaXNjYXJkOgEqErMBCg9BcHByb3ZlRG9jdW1lbnQSNi5kYXlib29rLmRvY3VtZW50\
        c3RhdHVzLnYxYWxwaGEuQXBwcm92ZURvY3VtZW50UmVxdWVzdBooLmRheWJvb2suZG9jdW1lbnRzdGF0dXMudjFhbHBoYS5E\
        b2N1bWVudCI+kAICgtPkkwI1IjAvdjFhbHBoYS97bmFtZT1idXNpbmVzc2VzLyovZG9jdW1lbnRzLyp9OmFwcHJvdmU6ASoS\
        2QEKFUJhdGNoQXBwcm92ZURvY3VtZW50cxI8LmRheWJvb2suZG9jdW1lbnRzdGF0dXMudjFhbHBoYS5CYXRjaEFwcHJvdmVE\
        b2N1bWVudHNSZXF1ZXN0Gj0uZGF5Ym9vay5kb2N1bWVudHN0YXR1cy52MWFscGhhLkJhdGNoQXBwcm92ZURvY3VtZW50c1Jl\
        c3BvbnNlIkOQAgKC0+STAjoiNS92MWFscGhhL3twYXJlbnQ9YnVzaW5lc3Nlcy8qfS9kb2N1bWVudHM6YmF0Y2hBcHByb3Zl\
        OgEqEr4BChBSZWNvbmNpbGVQYXltZW50EjcuZGF5Ym9vay5kb2N1bWVudHN0YXR1cy52MWFscGhhLlJlY29uY2lsZVBheW1l\
        bnRSZXF1ZXN0GiguZGF5Ym9vay5kb2N1bWVudHN0YXR1cy52MWFscGhhLkRvY3VtZW50IkeQAgKC0+STAj4iOS92MWFscGhh\
        L3tuYW1lPWJ1c2luZXNzZXMvKi9kb2N1bWVudHMvKn06cmVjb25jaWxlUGF5bWVudDoBKhLEAQoSVW5kb1JlY29uY2lsaWF0\
        aW9uEjkuZGF5Ym9vay5kb2N1bWVudHN0YXR1cy52MWFscGhhLlVuZG9SZWNvbmNpbGlhdGlvblJlcXVlc3QaKC5kYXlib29r\
        LmRvY3VtZW50c3RhdHVzLnYxYWxwaGEuRG9jdW1lbnQiSZACAoLT5JMCQCI7L3YxYWxwaGEve25hbWU9YnVzaW5lc3Nlcy8q\
        L2RvY3VtZW50cy8qfTp1bmRvUmVjb25jaWxpYXRpb246ASoShgEKE1JlYWREb2N1bWVudENvbnRlbnQSOi5kYXlib29rLmRv\
        Y3VtZW50c3RhdHVzLnYxYWxwaGEuUmVhZERvY3VtZW50Q29udGVudFJlcXVlc3QaLC5kYXlib29rLmRvY3VtZW50c3RhdHVz\
        LnYxYWxwaGEuQ29udGVudENodW5rIgOQAgEwARLLAQoTTGlzdERvY3VtZW50SGlzdG9yeRI6LmRheWJvb2suZG9jdW1lbnRz\
        dGF0dXMudjFhbHBoYS5MaXN0RG9jdW1lbnRIaXN0b3J5UmVxdWVzdBo7LmRheWJvb2suZG9jdW1lbnRzdGF0dXMudjFhbHBo\
        YS5MaXN0RG9jdW1lbnRIaXN0b3J5UmVzcG9uc2UiO5ACAYLT5JMCMhIwL3YxYWxwaGEve25hbWU9YnVzaW5lc3Nlcy8qL2Rv\
        Y3VtZW50cy8qfTpoaXN0b3J5YgZwcm90bzM=
        """),
    ProtoFile(
      name: "daybook/documentstatus/v1alpha/accounting.proto",
      imports: ["daybook/common/v1alpha/common.proto", "daybook/documentstatus/v1alpha/document.proto", "google/api/annotations.proto"],
      symbols: ["daybook.documentstatus.v1alpha.AccountingDocument", "daybook.documentstatus.v1alpha.GetAccountingDocumentRequest", "daybook.documentstatus.v1alpha.ListAccountingDocumentsRequest", "daybook.documentstatus.v1alpha.ListAccountingDocumentsResponse", "daybook.documentstatus.v1alpha.CountAccountingDocumentsRequest", "daybook.documentstatus.v1alpha.CountAccountingDocumentsResponse", "daybook.documentstatus.v1alpha.AccountingCount", "daybook.documentstatus.v1alpha.MarkProcessedRequest", "daybook.documentstatus.v1alpha.UnmarkProcessedRequest", "daybook.documentstatus.v1alpha.TakeOverDocumentsRequest", "daybook.documentstatus.v1alpha.TakeOverDocumentsResponse", "daybook.documentstatus.v1alpha.ReadAccountingContentRequest", "daybook.documentstatus.v1alpha.ListAccountingHistoryRequest", "daybook.documentstatus.v1alpha.ListAccountingHistoryResponse", "daybook.documentstatus.v1alpha.AccountingStatus", "daybook.documentstatus.v1alpha.AccountingService", "daybook.documentstatus.v1alpha.AccountingService.GetAccountingDocument", "daybook.documentstatus.v1alpha.AccountingService.ListAccountingDocuments", "daybook.documentstatus.v1alpha.AccountingService.CountAccountingDocuments", "daybook.documentstatus.v1alpha.AccountingService.MarkProcessed", "daybook.documentstatus.v1alpha.AccountingService.UnmarkProcessed", "daybook.documentstatus.v1alpha.AccountingService.TakeOverDocuments", "daybook.documentstatus.v1alpha.AccountingService.ReadAccountingContent", "daybook.documentstatus.v1alpha.AccountingService.ListAccountingHistory"],
      services: ["daybook.documentstatus.v1alpha.AccountingService"],
      base64: """
        Ci9kYXlib29rL2RvY3VtZW50c3RhdHVzL3YxYWxwaGEvYWNjb3VudGluZy5wcm90bxIeZGF5Ym9vay5kb2N1bWVudHN0YXR1\
        cy52MWFscGhhGiNkYXlib29rL2NvbW1vbi92MWFscGhhL2NvbW1vbi5wcm90bxotZGF5Ym9vay9kb2N1bWVudHN0YXR1cy92\
        MWFscGhhL2RvY3VtZW50LnByb3RvGhxnb29nbGUvYXBpL2Fubm90YXRpb25zLnByb3RvIuEBChJBY2NvdW50aW5nRG9jdW1l\
        bnQSEgoEbmFtZRgBIAEoCVIEbmFtZRJdChFhY2NvdW50aW5nX3N0YXR1cxgCIAEoDjIwLmRheWJvb2suZG9jdW1lbnRzdGF0\
        dXMudjFhbHBoYS5BY2NvdW50aW5nU3RhdHVzUhBhY2NvdW50aW5nU3RhdHVzEkQKCGRvY3VtZW50GAMgASgLMiguZGF5Ym9v\
        ay5kb2N1bWVudHN0YXR1cy52MWFscGhhLkRvY3VtZW50Ughkb2N1bWVudBISCgRldGFnGAQgASgJUgRldGFnIjIKHEdldEFj\
        Y291bnRpbmdEb2N1bWVudFJlcXVlc3QSEgoEbmFtZRgBIAEoCVIEbmFtZSKVAgoeTGlzdEFjY291bnRpbmdEb2N1bWVudHNS\
        ZXF1ZXN0EhYKBnBhcmVudBgBIAEoCVIGcGFyZW50El0KEWFjY291bnRpbmdfc3RhdHVzGAIgASgOMjAuZGF5Ym9vay5kb2N1\
        bWVudHN0YXR1cy52MWFscGhhLkFjY291bnRpbmdTdGF0dXNSEGFjY291bnRpbmdTdGF0dXMSQAoEa2luZBgDIAEoDjIsLmRh\
        eWJvb2suZG9jdW1lbnRzdGF0dXMudjFhbHBoYS5Eb2N1bWVudEtpbmRSBGtpbmQSGwoJcGFnZV9zaXplGAQgASgFUghwYWdl\
        U2l6ZRIdCgpwYWdlX3Rva2VuGAUgASgJUglwYWdlVG9rZW4imwEKH0xpc3RBY2NvdW50aW5nRG9jdW1lbnRzUmVzcG9uc2US\
        UAoJZG9jdW1lbnRzGAEgAygLMjIuZGF5Ym9vay5kb2N1bWVudHN0YXR1cy52MWFscGhhLkFjY291bnRpbmdEb2N1bWVudFIJ\
        ZG9jdW1lbnRzEiYKD25leHRfcGFnZV90b2tlbhgCIAEoCVINbmV4dFBhZ2VUb2tlbiI5Ch9Db3VudEFjY291bnRpbmdEb2N1\
        bWVudHNSZXF1ZXN0EhYKBnBhcmVudBgBIAEoCVIGcGFyZW50ImsKIENvdW50QWNjb3VudGluZ0RvY3VtZW50c1Jlc3BvbnNl\
        EkcKBmNvdW50cxgBIAMoCzIvLmRheWJvb2suZG9jdW1lbnRzdGF0dXMudjFhbHBoYS5BY2NvdW50aW5nQ291bnRSBmNvdW50\
        cyLkAQoPQWNjb3VudGluZ0NvdW50EhoKCGJ1c2luZXNzGAEgASgJUghidXNpbmVzcxJACgRraW5kGAIgASgOMiwuZGF5Ym9v\
        ay5kb2N1bWVudHN0YXR1cy52MWFscGhhLkRvY3VtZW50S2luZFIEa2luZBJdChFhY2NvdW50aW5nX3N0YXR1cxgDIAEoDjIw\
        LmRheWJvb2suZG9jdW1lbnRzdGF0dXMudjFhbHBoYS5BY2NvdW50aW5nU3RhdHVzUhBhY2NvdW50aW5nU3RhdHVzEhQKBWNv\
        dW50GAQgASgDUgVjb3VudCJdChRNYXJrUHJvY2Vzc2VkUmVxdWVzdBISCgRuYW1lGAEgASgJUgRuYW1lEhIKBGV0YWcYAiAB\
        KAlSBGV0YWcSHQoKcmVxdWVzdF9pZBgDIAEoCVIJcmVxdWVzdElkIl8KFlVubWFya1Byb2Nlc3NlZFJlcXVlc3QSEgoEbmFt\
        ZRgBIAEoCVIEbmFtZRISCgRldGFnGAIgASgJUgRldGFnEh0KCnJlcXVlc3RfaWQYAyABKAlSCXJlcXVlc3RJZCKHAQoYVGFr\
        ZU92ZXJEb2N1bWVudHNSZXF1ZXN0EhYKBnBhcmVudBgBIAEoCVIGcGFyZW50EhsKCWZyb21fZGF0ZRgCIAEoCVIIZnJvbURh\
        dGUSFwoHdG9fZGF0ZRgDIAEoCVIGdG9EYXRlEh0KCnJlcXVlc3RfaWQYBCABKAlSCXJlcXVlc3RJZCI6ChlUYWtlT3ZlckRv\
        Y3VtZW50c1Jlc3BvbnNlEh0KCnRha2VuX292ZXIYASABKANSCXRha2VuT3ZlciJzChxSZWFkQWNjb3VudGluZ0NvbnRlbnRS\
        ZXF1ZXN0EhIKBG5hbWUYASABKAlSBG5hbWUSPwoEcGFydBgCIAEoDjIrLmRheWJvb2suZG9jdW1lbnRzdGF0dXMudjFhbHBo\
        YS5Db250ZW50UGFydFIEcGFydCJuChxMaXN0QWNjb3VudGluZ0hpc3RvcnlSZXF1ZXN0EhIKBG5hbWUYASABKAlSBG5hbWUS\
        GwoJcGFnZV9zaXplGAIgASgFUghwYWdlU2l6ZRIdCgpwYWdlX3Rva2VuGAMgASgJUglwYWdlVG9rZW4ihwEKHUxpc3RBY2Nv\
        dW50aW5nSGlzdG9yeVJlc3BvbnNlEj4KB2VudHJpZXMYASADKAsyJC5kYXlib29rLmNvbW1vbi52MWFscGhhLkhpc3RvcnlF\
        bnRyeVIHZW50cmllcxImCg9uZXh0X3BhZ2VfdG9rZW4YAiABKAlSDW5leHRQYWdlVG9rZW4qqgEKEEFjY291bnRpbmdTdGF0\
        dXMSIQodQUNDT1VOVElOR19TVEFUVVNfVU5TUEVDSUZJRUQQABIqCiZBQ0NPVU5USU5HX1NUQVRVU19DTElFTlRfQUNUSU9O\
        X05FRURFRBABEiYKIkFDQ09VTlRJTkdfU1RBVFVTX1JFQURZX1RPX1BST0NFU1MQAhIfChtBQ0NPVU5USU5HX1NUQVRVU19Q\
        Uk9DRVNTRUQQAzL4DAoRQWNjb3VudGluZ1NlcnZpY2USyQEKFUdldEFjY291bnRpbmdEb2N1bWVudBI8LmRheWJvb2suZG9j\
        dW1lbnRzdGF0dXMudjFhbHBoYS5HZXRBY2NvdW50aW5nRG9jdW1lbnRSZXF1ZXN0GjIuZGF5Ym9vay5kb2N1bWVudHN0YXR1\
        cy52MWFscGhhLkFjY291bnRpbmdEb2N1bWVudCI+kAIBgtPkkwI1EjMvdjFhbHBoYS97bmFtZT1wYXJ0bmVycy8qL2J1c2lu\
        ZXNzZXMvKi9kb2N1bWVudHMvKn0S2gEKF0xpc3RBY2NvdW50aW5nRG9jdW1lbnRzEj4uZGF5Ym9vay5kb2N1bWVudHN0YXR1\
        cy52MWFscGhhLkxpc3RBY2NvdW50aW5nRG9jdW1lbnRzUmVxdWVzdBo/LmRheWJvb2suZG9jdW1lbnRzdGF0dXMudjFhbHBo\
        YS5MaXN0QWNjb3VudGluZ0RvY3VtZW50c1Jlc3BvbnNlIj6QAgGC0+STAjUSMy92MWFscGhhL3twYXJlbnQ9cGFydG5lcnMv\
        Ki9idXNpbmVzc2VzLyp9L2RvY3VtZW50cxLWAQoYQ291bnRBY2NvdW50aW5nRG9jdW1lbnRzEj8uZGF5Ym9vay5kb2N1bWVu\
        dHN0YXR1cy52MWFscGhhLkNvdW50QWNjb3VudGluZ0RvY3VtZW50c1JlcXVlc3QaQC5kYXlib29rLmRvY3VtZW50c3RhdHVz\
        LnYxYWxwaGEuQ291bnRBY2NvdW50aW5nRG9jdW1lbnRzUmVzcG9uc2UiN5ACAYLT5JMCLhIsL3YxYWxwaGEve3BhcmVudD1w\
        YXJ0bmVycy8qfS9kb2N1bWVudHM6Y291bnQSygEKDU1hcmtQcm9jZXNzZWQSNC5kYXlib29rLmRvY3VtZW50c3RhdHVzLnYx\
        YWxwaGEuTWFya1Byb2Nlc3NlZFJlcXVlc3QaMi5kYXlib29rLmRvY3VtZW50c3RhdHVzLnYxYWxwaGEuQWNjb3VudGluZ0Rv\
        Y3VtZW50Ik+QAgKC0+STAkYiQS92MWFscGhhL3tuYW1lPXBhcnRuZXJzLyovYnVzaW5lc3Nlcy8qL2RvY3VtZW50cy8qfTpt\
        YXJrUHJvY2Vzc2VkOgEqEtABCg9Vbm1hcmtQcm9jZXNzZWQSNi5kYXlib29rLmRvY3VtZW50c3RhdHVzLnYxYWxwaGEuVW5t\
        YXJrUHJvY2Vzc2VkUmVxdWVzdBoyLmRheWJvb2suZG9jdW1lbnRzdGF0dXMudjFhbHBoYS5BY2NvdW50aW5nRG9jdW1lbnQi\
        UZACAoLT5JMCSCJDL3YxYWxwaGEve25hbWU9cGFydG5lcnMvKi9idXNpbmVzc2VzLyovZG9jdW1lbnRzLyp9OnVubWFya1By\
        b2Nlc3NlZDoBKhLUAQoRVGFrZU92ZXJEb2N1bWVudHMSOC5kYXlib29rLmRvY3VtZW50c3RhdHVzLnYxYWxwaGEuVGFrZU92\
        ZXJEb2N1bWVudHNSZXF1ZXN0GjkuZGF5Ym9vay5kb2N1bWVudHN0YXR1cy52MWFscGhhLlRha2VPdmVyRG9jdW1lbnRzUmVz\
        cG9uc2UiSpACAoLT5JMCQSI8L3YxYWxwaGEve3BhcmVudD1wYXJ0bmVycy8qL2J1c2luZXNzZXMvKn0vZG9jdW1lbnRzOnRh\
        a2VPdmVyOgEqEooBChVSZWFkQWNjb3VudGluZ0NvbnRlbnQSPC5kYXlib29rLmRvY3VtZW50c3RhdHVzLnYxYWxwaGEuUmVh\
        ZEFjY291bnRpbmdDb250ZW50UmVxdWVzdBosLmRheWJvb2suZG9jdW1lbnRzdGF0dXMudjFhbHBoYS5Db250ZW50Q2h1bmsi\
        A5ACATABEtwBChVMaXN0QWNjb3VudGluZ0hpc3RvcnkSPC5kYXlib29rLmRvY3VtZW50c3RhdHVzLnYxYWxwaGEuTGlzdEFj\
        Y291bnRpbmdIaXN0b3J5UmVxdWVzdBo9LmRheWJvb2suZG9jdW1lbnRzdGF0dXMudjFhbHBoYS5MaXN0QWNjb3VudGluZ0hp\
        c3RvcnlSZXNwb25zZSJGkAIBgtPkkwI9EjsvdjFhbHBoYS97bmFtZT1wYXJ0bmVycy8qL2J1c2luZXNzZXMvKi9kb2N1bWVu\
        dHMvKn06aGlzdG9yeWIGcHJvdG8z
        """),
    ProtoFile(
      name: "daybook/documentstatus/v1alpha/internal.proto",
      imports: ["daybook/documentstatus/v1alpha/document.proto"],
      symbols: ["daybook.documentstatus.v1alpha.ReceiveDocumentRequest", "daybook.documentstatus.v1alpha.ReceiveDocumentResponse", "daybook.documentstatus.v1alpha.GetDocumentStateRequest", "daybook.documentstatus.v1alpha.GetDocumentStateResponse", "daybook.documentstatus.v1alpha.ReadSourceContentRequest", "daybook.documentstatus.v1alpha.NetworkService", "daybook.documentstatus.v1alpha.NetworkService.ReceiveDocument", "daybook.documentstatus.v1alpha.DocumentSourceService", "daybook.documentstatus.v1alpha.DocumentSourceService.GetDocumentState", "daybook.documentstatus.v1alpha.DocumentSourceService.ReadSourceContent"],
      services: ["daybook.documentstatus.v1alpha.NetworkService", "daybook.documentstatus.v1alpha.DocumentSourceService"],
      base64: """
        Ci1kYXlib29rL2RvY3VtZW50c3RhdHVzL3YxYWxwaGEvaW50ZXJuYWwucHJvdG8SHmRheWJvb2suZG9jdW1lbnRzdGF0dXMu\
        djFhbHBoYRotZGF5Ym9vay9kb2N1bWVudHN0YXR1cy92MWFscGhhL2RvY3VtZW50LnByb3RvInMKFlJlY2VpdmVEb2N1bWVu\
        dFJlcXVlc3QSFgoGcGFyZW50GAEgASgJUgZwYXJlbnQSJwoPdHJhbnNtaXNzaW9uX2lkGAIgASgJUg50cmFuc21pc3Npb25J\
        ZBIYCgdjb250ZW50GAMgASgMUgdjb250ZW50In8KF1JlY2VpdmVEb2N1bWVudFJlc3BvbnNlEkQKCGRvY3VtZW50GAEgASgL\
        MiguZGF5Ym9vay5kb2N1bWVudHN0YXR1cy52MWFscGhhLkRvY3VtZW50Ughkb2N1bWVudBIeCgpyZWRlbGl2ZXJ5GAIgASgI\
        UgpyZWRlbGl2ZXJ5Ii0KF0dldERvY3VtZW50U3RhdGVSZXF1ZXN0EhIKBG5hbWUYASABKAlSBG5hbWUiYgoYR2V0RG9jdW1l\
        bnRTdGF0ZVJlc3BvbnNlEkYKBnN0YXR1cxgBIAEoDjIuLmRheWJvb2suZG9jdW1lbnRzdGF0dXMudjFhbHBoYS5Eb2N1bWVu\
        dFN0YXR1c1IGc3RhdHVzIm8KGFJlYWRTb3VyY2VDb250ZW50UmVxdWVzdBISCgRuYW1lGAEgASgJUgRuYW1lEj8KBHBhcnQY\
        AiABKA4yKy5kYXlib29rLmRvY3VtZW50c3RhdHVzLnYxYWxwaGEuQ29udGVudFBhcnRSBHBhcnQymgEKDk5ldHdvcmtTZXJ2\
        aWNlEocBCg9SZWNlaXZlRG9jdW1lbnQSNi5kYXlib29rLmRvY3VtZW50c3RhdHVzLnYxYWxwaGEuUmVjZWl2ZURvY3VtZW50\
        UmVxdWVzdBo3LmRheWJvb2suZG9jdW1lbnRzdGF0dXMudjFhbHBoYS5SZWNlaXZlRG9jdW1lbnRSZXNwb25zZSIDkAICMqkC\
        ChVEb2N1bWVudFNvdXJjZVNlcnZpY2USigEKEEdldERvY3VtZW50U3RhdGUSNy5kYXlib29rLmRvY3VtZW50c3RhdHVzLnYx\
        YWxwaGEuR2V0RG9jdW1lbnRTdGF0ZVJlcXVlc3QaOC5kYXlib29rLmRvY3VtZW50c3RhdHVzLnYxYWxwaGEuR2V0RG9jdW1l\
        bnRTdGF0ZVJlc3BvbnNlIgOQAgESggEKEVJlYWRTb3VyY2VDb250ZW50EjguZGF5Ym9vay5kb2N1bWVudHN0YXR1cy52MWFs\
        cGhhLlJlYWRTb3VyY2VDb250ZW50UmVxdWVzdBosLmRheWJvb2suZG9jdW1lbnRzdGF0dXMudjFhbHBoYS5Db250ZW50Q2h1\
        bmsiA5ACATABYgZwcm90bzM=
        """),
    ProtoFile(
      name: "daybook/documentstatus/v1alpha/reconciliation.proto",
      imports: ["google/protobuf/timestamp.proto"],
      symbols: ["daybook.documentstatus.v1alpha.ReconcileApprovalsRequest", "daybook.documentstatus.v1alpha.ApprovalFinding", "daybook.documentstatus.v1alpha.ApprovalFindingKind", "daybook.documentstatus.v1alpha.ApprovalReconciliationService", "daybook.documentstatus.v1alpha.ApprovalReconciliationService.ReconcileApprovals"],
      services: ["daybook.documentstatus.v1alpha.ApprovalReconciliationService"],
      base64: """
        CjNkYXlib29rL2RvY3VtZW50c3RhdHVzL3YxYWxwaGEvcmVjb25jaWxpYXRpb24ucHJvdG8SHmRheWJvb2suZG9jdW1lbnRz\
        dGF0dXMudjFhbHBoYRofZ29vZ2xlL3Byb3RvYnVmL3RpbWVzdGFtcC5wcm90byI0ChlSZWNvbmNpbGVBcHByb3ZhbHNSZXF1\
        ZXN0EhcKB2RyeV9ydW4YASABKAhSBmRyeVJ1biLlAQoPQXBwcm92YWxGaW5kaW5nEhoKCGRvY3VtZW50GAEgASgJUghkb2N1\
        bWVudBJHCgRraW5kGAIgASgOMjMuZGF5Ym9vay5kb2N1bWVudHN0YXR1cy52MWFscGhhLkFwcHJvdmFsRmluZGluZ0tpbmRS\
        BGtpbmQSFgoGbnVtYmVyGAMgASgJUgZudW1iZXISFgoGc2VsbGVyGAQgASgJUgZzZWxsZXISPQoMYXBwcm92ZV90aW1lGAUg\
        ASgLMhouZ29vZ2xlLnByb3RvYnVmLlRpbWVzdGFtcFILYXBwcm92ZVRpbWUqvAEKE0FwcHJvdmFsRmluZGluZ0tpbmQSJQoh\
        QVBQUk9WQUxfRklORElOR19LSU5EX1VOU1BFQ0lGSUVEEAASKQolQVBQUk9WQUxfRklORElOR19LSU5EX0FQUFJPVkFMX1JF\
        U0VOVBABEioKJkFQUFJPVkFMX0ZJTkRJTkdfS0lORF9ET0NVTUVOVF9VTktOT1dOEAISJwojQVBQUk9WQUxfRklORElOR19L\
        SU5EX0FQUFJPVkFMX0xPU1QQAzKpAQodQXBwcm92YWxSZWNvbmNpbGlhdGlvblNlcnZpY2UShwEKElJlY29uY2lsZUFwcHJv\
        dmFscxI5LmRheWJvb2suZG9jdW1lbnRzdGF0dXMudjFhbHBoYS5SZWNvbmNpbGVBcHByb3ZhbHNSZXF1ZXN0Gi8uZGF5Ym9v\
        ay5kb2N1bWVudHN0YXR1cy52MWFscGhhLkFwcHJvdmFsRmluZGluZyIDkAICMAFiBnByb3RvMw==
        """),
    ProtoFile(
      name: "daybook/integrationdispatch/v1alpha/delivery.proto",
      imports: ["google/api/annotations.proto", "google/protobuf/timestamp.proto"],
      symbols: ["daybook.integrationdispatch.v1alpha.Delivery", "daybook.integrationdispatch.v1alpha.DeliveryAttempt", "daybook.integrationdispatch.v1alpha.ListDeliveriesRequest", "daybook.integrationdispatch.v1alpha.ListDeliveriesResponse", "daybook.integrationdispatch.v1alpha.GetDeliveryRequest", "daybook.integrationdispatch.v1alpha.ResendDocumentRequest", "daybook.integrationdispatch.v1alpha.ResendDocumentResponse", "daybook.integrationdispatch.v1alpha.ExplainDeliveryRequest", "daybook.integrationdispatch.v1alpha.ExplainDeliveryResponse", "daybook.integrationdispatch.v1alpha.BatchGetExportStatesRequest", "daybook.integrationdispatch.v1alpha.BatchGetExportStatesResponse", "daybook.integrationdispatch.v1alpha.DocumentExportState", "daybook.integrationdispatch.v1alpha.DeliveryStatus", "daybook.integrationdispatch.v1alpha.ExportState", "daybook.integrationdispatch.v1alpha.DeliveryReason", "daybook.integrationdispatch.v1alpha.DeliveryService", "daybook.integrationdispatch.v1alpha.DeliveryService.ListDeliveries", "daybook.integrationdispatch.v1alpha.DeliveryService.GetDelivery", "daybook.integrationdispatch.v1alpha.DeliveryService.ResendDocument", "daybook.integrationdispatch.v1alpha.DeliveryService.ExplainDelivery", "daybook.integrationdispatch.v1alpha.DeliveryService.BatchGetExportStates"],
      services: ["daybook.integrationdispatch.v1alpha.DeliveryService"],
      base64: """
        CjJkYXlib29rL2ludGVncmF0aW9uZGlzcGF0Y2gvdjFhbHBoYS9kZWxpdmVyeS5wcm90bxIjZGF5Ym9vay5pbnRlZ3JhdGlv\
        bmRpc3BhdGNoLnYxYWxwaGEaHGdvb2dsZS9hcGkvYW5ub3RhdGlvbnMucHJvdG8aH2dvb2dsZS9wcm90b2J1Zi90aW1lc3Rh\
        bXAucHJvdG8ikQQKCERlbGl2ZXJ5EhIKBG5hbWUYASABKAlSBG5hbWUSGgoIZG9jdW1lbnQYAiABKAlSCGRvY3VtZW50EiAK\
        C2ludGVncmF0aW9uGAMgASgJUgtpbnRlZ3JhdGlvbhJLCgZzdGF0dXMYBCABKA4yMy5kYXlib29rLmludGVncmF0aW9uZGlz\
        cGF0Y2gudjFhbHBoYS5EZWxpdmVyeVN0YXR1c1IGc3RhdHVzEhYKBnJlYXNvbhgFIAEoCVIGcmVhc29uEiAKC2Rlc3RpbmF0\
        aW9uGAYgASgJUgtkZXN0aW5hdGlvbhI1CghkdWVfdGltZRgHIAEoCzIaLmdvb2dsZS5wcm90b2J1Zi5UaW1lc3RhbXBSB2R1\
        ZVRpbWUSQQoOZGVsaXZlcmVkX3RpbWUYCCABKAsyGi5nb29nbGUucHJvdG9idWYuVGltZXN0YW1wUg1kZWxpdmVyZWRUaW1l\
        EjsKC2NyZWF0ZV90aW1lGAkgASgLMhouZ29vZ2xlLnByb3RvYnVmLlRpbWVzdGFtcFIKY3JlYXRlVGltZRJQCghhdHRlbXB0\
        cxgKIAMoCzI0LmRheWJvb2suaW50ZWdyYXRpb25kaXNwYXRjaC52MWFscGhhLkRlbGl2ZXJ5QXR0ZW1wdFIIYXR0ZW1wdHMS\
        IwoNYXR0ZW1wdF9jb3VudBgLIAEoBVIMYXR0ZW1wdENvdW50ItEBCg9EZWxpdmVyeUF0dGVtcHQSFgoGbnVtYmVyGAEgASgF\
        UgZudW1iZXISOQoKc3RhcnRfdGltZRgCIAEoCzIaLmdvb2dsZS5wcm90b2J1Zi5UaW1lc3RhbXBSCXN0YXJ0VGltZRI1Cghl\
        bmRfdGltZRgDIAEoCzIaLmdvb2dsZS5wcm90b2J1Zi5UaW1lc3RhbXBSB2VuZFRpbWUSHAoJZGVsaXZlcmVkGAQgASgIUglk\
        ZWxpdmVyZWQSFgoGYW5zd2VyGAUgASgJUgZhbnN3ZXIiqQEKFUxpc3REZWxpdmVyaWVzUmVxdWVzdBIWCgZwYXJlbnQYASAB\
        KAlSBnBhcmVudBIaCghkb2N1bWVudBgCIAEoCVIIZG9jdW1lbnQSIAoLaW50ZWdyYXRpb24YAyABKAlSC2ludGVncmF0aW9u\
        EhsKCXBhZ2Vfc2l6ZRgEIAEoBVIIcGFnZVNpemUSHQoKcGFnZV90b2tlbhgFIAEoCVIJcGFnZVRva2VuIo8BChZMaXN0RGVs\
        aXZlcmllc1Jlc3BvbnNlEk0KCmRlbGl2ZXJpZXMYASADKAsyLS5kYXlib29rLmludGVncmF0aW9uZGlzcGF0Y2gudjFhbHBo\
        YS5EZWxpdmVyeVIKZGVsaXZlcmllcxImCg9uZXh0X3BhZ2VfdG9rZW4YAiABKAlSDW5leHRQYWdlVG9rZW4iKAoSR2V0RGVs\
        aXZlcnlSZXF1ZXN0EhIKBG5hbWUYASABKAlSBG5hbWUidAoVUmVzZW5kRG9jdW1lbnRSZXF1ZXN0EhoKCGRvY3VtZW50GAEg\
        ASgJUghkb2N1bWVudBIgCgtpbnRlZ3JhdGlvbhgCIAEoCVILaW50ZWdyYXRpb24SHQoKcmVxdWVzdF9pZBgDIAEoCVIJcmVx\
        dWVzdElkImcKFlJlc2VuZERvY3VtZW50UmVzcG9uc2USTQoKZGVsaXZlcmllcxgBIAMoCzItLmRheWJvb2suaW50ZWdyYXRp\
        b25kaXNwYXRjaC52MWFscGhhLkRlbGl2ZXJ5UgpkZWxpdmVyaWVzIlYKFkV4cGxhaW5EZWxpdmVyeVJlcXVlc3QSGgoIZG9j\
        dW1lbnQYASABKAlSCGRvY3VtZW50EiAKC2ludGVncmF0aW9uGAIgASgJUgtpbnRlZ3JhdGlvbiLmAgoXRXhwbGFpbkRlbGl2\
        ZXJ5UmVzcG9uc2USSwoGcmVhc29uGAEgASgOMjMuZGF5Ym9vay5pbnRlZ3JhdGlvbmRpc3BhdGNoLnYxYWxwaGEuRGVsaXZl\
        cnlSZWFzb25SBnJlYXNvbhIYCgdtZXNzYWdlGAIgASgJUgdtZXNzYWdlEhQKBWZpZWxkGAMgASgJUgVmaWVsZBIWCgZkZXRh\
        aWwYBCABKAlSBmRldGFpbBI1CghkdWVfdGltZRgFIAEoCzIaLmdvb2dsZS5wcm90b2J1Zi5UaW1lc3RhbXBSB2R1ZVRpbWUS\
        QQoOZGVsaXZlcmVkX3RpbWUYBiABKAsyGi5nb29nbGUucHJvdG9idWYuVGltZXN0YW1wUg1kZWxpdmVyZWRUaW1lEiAKC2Rl\
        c3RpbmF0aW9uGAcgASgJUgtkZXN0aW5hdGlvbhIaCghkZWxpdmVyeRgIIAEoCVIIZGVsaXZlcnkiUwobQmF0Y2hHZXRFeHBv\
        cnRTdGF0ZXNSZXF1ZXN0EhYKBnBhcmVudBgBIAEoCVIGcGFyZW50EhwKCWRvY3VtZW50cxgCIAMoCVIJZG9jdW1lbnRzInAK\
        HEJhdGNoR2V0RXhwb3J0U3RhdGVzUmVzcG9uc2USUAoGc3RhdGVzGAEgAygLMjguZGF5Ym9vay5pbnRlZ3JhdGlvbmRpc3Bh\
        dGNoLnYxYWxwaGEuRG9jdW1lbnRFeHBvcnRTdGF0ZVIGc3RhdGVzInkKE0RvY3VtZW50RXhwb3J0U3RhdGUSGgoIZG9jdW1l\
        bnQYASABKAlSCGRvY3VtZW50EkYKBXN0YXRlGAIgASgOMjAuZGF5Ym9vay5pbnRlZ3JhdGlvbmRpc3BhdGNoLnYxYWxwaGEu\
        RXhwb3J0U3RhdGVSBXN0YXRlKuQBCg5EZWxpdmVyeVN0YXR1cxIfChtERUxJVkVSWV9TVEFUVVNfVU5TUEVDSUZJRUQQABIa\
        ChZERUxJVkVSWV9TVEFUVVNfUVVFVUVEEAESHQoZREVMSVZFUllfU1RBVFVTX0lOX0ZMSUdIVBACEhwKGERFTElWRVJZX1NU\
        QVRVU19SRVRSWUlORxADEh0KGURFTElWRVJZX1NUQVRVU19ERUxJVkVSRUQQBBIaChZERUxJVkVSWV9TVEFUVVNfRkFJTEVE\
        EAUSHQoZREVMSVZFUllfU1RBVFVTX0NBTkNFTExFRBAGKpYBCgtFeHBvcnRTdGF0ZRIcChhFWFBPUlRfU1RBVEVfVU5TUEVD\
        SUZJRUQQABIdChlFWFBPUlRfU1RBVEVfTk9UX0VYUE9SVEVEEAESFwoTRVhQT1JUX1NUQVRFX1FVRVVFRBACEhkKFUVYUE9S\
        VF9TVEFURV9FWFBPUlRFRBADEhYKEkVYUE9SVF9TVEFURV9FUlJPUhAEKvwCCg5EZWxpdmVyeVJlYXNvbhIfChtERUxJVkVS\
        WV9SRUFTT05fVU5TUEVDSUZJRUQQABIgChxERUxJVkVSWV9SRUFTT05fTk9UX0FQUFJPVkVEEAESHgoaREVMSVZFUllfUkVB\
        U09OX0xJTktfRU5ERUQQAhIoCiRERUxJVkVSWV9SRUFTT05fSU5URUdSQVRJT05fSU5BQ1RJVkUQAxIhCh1ERUxJVkVSWV9S\
        RUFTT05fTUlTQ09ORklHVVJFRBAEEiMKH0RFTElWRVJZX1JFQVNPTl9BUFBST1ZFRF9CRUZPUkUQBRIdChlERUxJVkVSWV9S\
        RUFTT05fQ0FOQ0VMTEVEEAYSHQoZREVMSVZFUllfUkVBU09OX0lOX0ZMSUdIVBAHEhwKGERFTElWRVJZX1JFQVNPTl9SRVRS\
        WUlORxAIEhoKFkRFTElWRVJZX1JFQVNPTl9GQUlMRUQQCRIdChlERUxJVkVSWV9SRUFTT05fREVMSVZFUkVEEAoyzgoKD0Rl\
        bGl2ZXJ5U2VydmljZRL3AQoOTGlzdERlbGl2ZXJpZXMSOi5kYXlib29rLmludGVncmF0aW9uZGlzcGF0Y2gudjFhbHBoYS5M\
        aXN0RGVsaXZlcmllc1JlcXVlc3QaOy5kYXlib29rLmludGVncmF0aW9uZGlzcGF0Y2gudjFhbHBoYS5MaXN0RGVsaXZlcmll\
        c1Jlc3BvbnNlImyQAgGC0+STAmMSKS92MWFscGhhL3twYXJlbnQ9YnVzaW5lc3Nlcy8qfS9kZWxpdmVyaWVzWjYSNC92MWFs\
        cGhhL3twYXJlbnQ9cGFydG5lcnMvKi9idXNpbmVzc2VzLyp9L2RlbGl2ZXJpZXMS4wEKC0dldERlbGl2ZXJ5EjcuZGF5Ym9v\
        ay5pbnRlZ3JhdGlvbmRpc3BhdGNoLnYxYWxwaGEuR2V0RGVsaXZlcnlSZXF1ZXN0Gi0uZGF5Ym9vay5pbnRlZ3JhdGlvbmRp\
        c3BhdGNoLnYxYWxwaGEuRGVsaXZlcnkibJACAYLT5JMCYxIpL3YxYWxwaGEve25hbWU9YnVzaW5lc3Nlcy8qL2RlbGl2ZXJp\
        ZXMvKn1aNhI0L3YxYWxwaGEve25hbWU9cGFydG5lcnMvKi9idXNpbmVzc2VzLyovZGVsaXZlcmllcy8qfRKSAgoOUmVzZW5k\
        RG9jdW1lbnQSOi5kYXlib29rLmludGVncmF0aW9uZGlzcGF0Y2gudjFhbHBoYS5SZXNlbmREb2N1bWVudFJlcXVlc3QaOy5k\
        YXlib29rLmludGVncmF0aW9uZGlzcGF0Y2gudjFhbHBoYS5SZXNlbmREb2N1bWVudFJlc3BvbnNlIoYBkAICgtPkkwJ9IjMv\
        djFhbHBoYS97ZG9jdW1lbnQ9YnVzaW5lc3Nlcy8qL2RvY3VtZW50cy8qfTpyZXNlbmQ6ASpaQyI+L3YxYWxwaGEve2RvY3Vt\
        ZW50PXBhcnRuZXJzLyovYnVzaW5lc3Nlcy8qL2RvY3VtZW50cy8qfTpyZXNlbmQ6ASoSogIKD0V4cGxhaW5EZWxpdmVyeRI7\
        LmRheWJvb2suaW50ZWdyYXRpb25kaXNwYXRjaC52MWFscGhhLkV4cGxhaW5EZWxpdmVyeVJlcXVlc3QaPC5kYXlib29rLmlu\
        dGVncmF0aW9uZGlzcGF0Y2gudjFhbHBoYS5FeHBsYWluRGVsaXZlcnlSZXNwb25zZSKTAZACAYLT5JMCiQESPC92MWFscGhh\
        L3tkb2N1bWVudD1idXNpbmVzc2VzLyovZG9jdW1lbnRzLyp9OmV4cGxhaW5EZWxpdmVyeVpJEkcvdjFhbHBoYS97ZG9jdW1l\
        bnQ9cGFydG5lcnMvKi9idXNpbmVzc2VzLyovZG9jdW1lbnRzLyp9OmV4cGxhaW5EZWxpdmVyeRKgAgoUQmF0Y2hHZXRFeHBv\
        cnRTdGF0ZXMSQC5kYXlib29rLmludGVncmF0aW9uZGlzcGF0Y2gudjFhbHBoYS5CYXRjaEdldEV4cG9ydFN0YXRlc1JlcXVl\
        c3QaQS5kYXlib29rLmludGVncmF0aW9uZGlzcGF0Y2gudjFhbHBoYS5CYXRjaEdldEV4cG9ydFN0YXRlc1Jlc3BvbnNlIoIB\
        kAIBgtPkkwJ5EjQvdjFhbHBoYS97cGFyZW50PWJ1c2luZXNzZXMvKn0vZXhwb3J0U3RhdGVzOmJhdGNoR2V0WkESPy92MWFs\
        cGhhL3twYXJlbnQ9cGFydG5lcnMvKi9idXNpbmVzc2VzLyp9L2V4cG9ydFN0YXRlczpiYXRjaEdldGIGcHJvdG8z
        """),
    ProtoFile(
      name: "daybook/integrationdispatch/v1alpha/integration.proto",
      imports: ["daybook/common/v1alpha/common.proto", "google/api/annotations.proto", "google/protobuf/timestamp.proto"],
      symbols: ["daybook.integrationdispatch.v1alpha.Integration", "daybook.integrationdispatch.v1alpha.SettingProblem", "daybook.integrationdispatch.v1alpha.FolderConfiguration", "daybook.integrationdispatch.v1alpha.WebhookConfiguration", "daybook.integrationdispatch.v1alpha.CreateIntegrationRequest", "daybook.integrationdispatch.v1alpha.GetIntegrationRequest", "daybook.integrationdispatch.v1alpha.ListIntegrationsRequest", "daybook.integrationdispatch.v1alpha.ListIntegrationsResponse", "daybook.integrationdispatch.v1alpha.UpdateIntegrationRequest", "daybook.integrationdispatch.v1alpha.ActivateIntegrationRequest", "daybook.integrationdispatch.v1alpha.DeactivateIntegrationRequest", "daybook.integrationdispatch.v1alpha.ListIntegrationHistoryRequest", "daybook.integrationdispatch.v1alpha.ListIntegrationHistoryResponse", "daybook.integrationdispatch.v1alpha.IntegrationStatus", "daybook.integrationdispatch.v1alpha.IntegrationService", "daybook.integrationdispatch.v1alpha.IntegrationService.CreateIntegration", "daybook.integrationdispatch.v1alpha.IntegrationService.GetIntegration", "daybook.integrationdispatch.v1alpha.IntegrationService.ListIntegrations", "daybook.integrationdispatch.v1alpha.IntegrationService.UpdateIntegration", "daybook.integrationdispatch.v1alpha.IntegrationService.ActivateIntegration", "daybook.integrationdispatch.v1alpha.IntegrationService.DeactivateIntegration", "daybook.integrationdispatch.v1alpha.IntegrationService.ListIntegrationHistory"],
      services: ["daybook.integrationdispatch.v1alpha.IntegrationService"],
      base64: """
        CjVkYXlib29rL2ludGVncmF0aW9uZGlzcGF0Y2gvdjFhbHBoYS9pbnRlZ3JhdGlvbi5wcm90bxIjZGF5Ym9vay5pbnRlZ3Jh\
        dGlvbmRpc3BhdGNoLnYxYWxwaGEaI2RheWJvb2svY29tbW9uL3YxYWxwaGEvY29tbW9uLnByb3RvGhxnb29nbGUvYXBpL2Fu\
        bm90YXRpb25zLnByb3RvGh9nb29nbGUvcHJvdG9idWYvdGltZXN0YW1wLnByb3RvIu0ECgtJbnRlZ3JhdGlvbhISCgRuYW1l\
        GAEgASgJUgRuYW1lEhwKCWNvbm5lY3RvchgCIAEoCVIJY29ubmVjdG9yEiEKDGRpc3BsYXlfbmFtZRgDIAEoCVILZGlzcGxh\
        eU5hbWUSTgoGc3RhdHVzGAQgASgOMjYuZGF5Ym9vay5pbnRlZ3JhdGlvbmRpc3BhdGNoLnYxYWxwaGEuSW50ZWdyYXRpb25T\
        dGF0dXNSBnN0YXR1cxIeCgpjb25maWd1cmVkGAUgASgIUgpjb25maWd1cmVkEk8KCHByb2JsZW1zGAYgAygLMjMuZGF5Ym9v\
        ay5pbnRlZ3JhdGlvbmRpc3BhdGNoLnYxYWxwaGEuU2V0dGluZ1Byb2JsZW1SCHByb2JsZW1zElIKBmZvbGRlchgHIAEoCzI4\
        LmRheWJvb2suaW50ZWdyYXRpb25kaXNwYXRjaC52MWFscGhhLkZvbGRlckNvbmZpZ3VyYXRpb25IAFIGZm9sZGVyElUKB3dl\
        Ymhvb2sYCCABKAsyOS5kYXlib29rLmludGVncmF0aW9uZGlzcGF0Y2gudjFhbHBoYS5XZWJob29rQ29uZmlndXJhdGlvbkgA\
        Ugd3ZWJob29rEjsKC2NyZWF0ZV90aW1lGAkgASgLMhouZ29vZ2xlLnByb3RvYnVmLlRpbWVzdGFtcFIKY3JlYXRlVGltZRI7\
        Cgt1cGRhdGVfdGltZRgKIAEoCzIaLmdvb2dsZS5wcm90b2J1Zi5UaW1lc3RhbXBSCnVwZGF0ZVRpbWUSEgoEZXRhZxgLIAEo\
        CVIEZXRhZ0IPCg1jb25maWd1cmF0aW9uIkAKDlNldHRpbmdQcm9ibGVtEhQKBWZpZWxkGAEgASgJUgVmaWVsZBIYCgdtZXNz\
        YWdlGAIgASgJUgdtZXNzYWdlIikKE0ZvbGRlckNvbmZpZ3VyYXRpb24SEgoEcGF0aBgBIAEoCVIEcGF0aCJfChRXZWJob29r\
        Q29uZmlndXJhdGlvbhIQCgN1cmwYASABKAlSA3VybBIWCgZzZWNyZXQYAiABKAlSBnNlY3JldBIdCgpzZWNyZXRfc2V0GAMg\
        ASgIUglzZWNyZXRTZXQipQEKGENyZWF0ZUludGVncmF0aW9uUmVxdWVzdBIWCgZwYXJlbnQYASABKAlSBnBhcmVudBJSCgtp\
        bnRlZ3JhdGlvbhgCIAEoCzIwLmRheWJvb2suaW50ZWdyYXRpb25kaXNwYXRjaC52MWFscGhhLkludGVncmF0aW9uUgtpbnRl\
        Z3JhdGlvbhIdCgpyZXF1ZXN0X2lkGAMgASgJUglyZXF1ZXN0SWQiKwoVR2V0SW50ZWdyYXRpb25SZXF1ZXN0EhIKBG5hbWUY\
        ASABKAlSBG5hbWUibQoXTGlzdEludGVncmF0aW9uc1JlcXVlc3QSFgoGcGFyZW50GAEgASgJUgZwYXJlbnQSGwoJcGFnZV9z\
        aXplGAIgASgFUghwYWdlU2l6ZRIdCgpwYWdlX3Rva2VuGAMgASgJUglwYWdlVG9rZW4imAEKGExpc3RJbnRlZ3JhdGlvbnNS\
        ZXNwb25zZRJUCgxpbnRlZ3JhdGlvbnMYASADKAsyMC5kYXlib29rLmludGVncmF0aW9uZGlzcGF0Y2gudjFhbHBoYS5JbnRl\
        Z3JhdGlvblIMaW50ZWdyYXRpb25zEiYKD25leHRfcGFnZV90b2tlbhgCIAEoCVINbmV4dFBhZ2VUb2tlbiKNAQoYVXBkYXRl\
        SW50ZWdyYXRpb25SZXF1ZXN0ElIKC2ludGVncmF0aW9uGAEgASgLMjAuZGF5Ym9vay5pbnRlZ3JhdGlvbmRpc3BhdGNoLnYx\
        YWxwaGEuSW50ZWdyYXRpb25SC2ludGVncmF0aW9uEh0KCnJlcXVlc3RfaWQYAiABKAlSCXJlcXVlc3RJZCJPChpBY3RpdmF0\
        ZUludGVncmF0aW9uUmVxdWVzdBISCgRuYW1lGAEgASgJUgRuYW1lEh0KCnJlcXVlc3RfaWQYAiABKAlSCXJlcXVlc3RJZCJR\
        ChxEZWFjdGl2YXRlSW50ZWdyYXRpb25SZXF1ZXN0EhIKBG5hbWUYASABKAlSBG5hbWUSHQoKcmVxdWVzdF9pZBgCIAEoCVIJ\
        cmVxdWVzdElkIm8KHUxpc3RJbnRlZ3JhdGlvbkhpc3RvcnlSZXF1ZXN0EhIKBG5hbWUYASABKAlSBG5hbWUSGwoJcGFnZV9z\
        aXplGAIgASgFUghwYWdlU2l6ZRIdCgpwYWdlX3Rva2VuGAMgASgJUglwYWdlVG9rZW4iiAEKHkxpc3RJbnRlZ3JhdGlvbkhp\
        c3RvcnlSZXNwb25zZRI+CgdlbnRyaWVzGAEgAygLMiQuZGF5Ym9vay5jb21tb24udjFhbHBoYS5IaXN0b3J5RW50cnlSB2Vu\
        dHJpZXMSJgoPbmV4dF9wYWdlX3Rva2VuGAIgASgJUg1uZXh0UGFnZVRva2VuKqMBChFJbnRlZ3JhdGlvblN0YXR1cxIiCh5J\
        TlRFR1JBVElPTl9TVEFUVVNfVU5TUEVDSUZJRUQQABIfChtJTlRFR1JBVElPTl9TVEFUVVNfSU5BQ1RJVkUQARIdChlJTlRF\
        R1JBVElPTl9TVEFUVVNfQUNUSVZFEAISKgomSU5URUdSQVRJT05fU1RBVFVTX05FRURTX0FVVEhPUklTQVRJT04QAzKpDwoS\
        SW50ZWdyYXRpb25TZXJ2aWNlEpICChFDcmVhdGVJbnRlZ3JhdGlvbhI9LmRheWJvb2suaW50ZWdyYXRpb25kaXNwYXRjaC52\
        MWFscGhhLkNyZWF0ZUludGVncmF0aW9uUmVxdWVzdBowLmRheWJvb2suaW50ZWdyYXRpb25kaXNwYXRjaC52MWFscGhhLklu\
        dGVncmF0aW9uIosBkAICgtPkkwKBASIrL3YxYWxwaGEve3BhcmVudD1idXNpbmVzc2VzLyp9L2ludGVncmF0aW9uczoLaW50\
        ZWdyYXRpb25aRSI2L3YxYWxwaGEve3BhcmVudD1wYXJ0bmVycy8qL2J1c2luZXNzZXMvKn0vaW50ZWdyYXRpb25zOgtpbnRl\
        Z3JhdGlvbhLwAQoOR2V0SW50ZWdyYXRpb24SOi5kYXlib29rLmludGVncmF0aW9uZGlzcGF0Y2gudjFhbHBoYS5HZXRJbnRl\
        Z3JhdGlvblJlcXVlc3QaMC5kYXlib29rLmludGVncmF0aW9uZGlzcGF0Y2gudjFhbHBoYS5JbnRlZ3JhdGlvbiJwkAIBgtPk\
        kwJnEisvdjFhbHBoYS97bmFtZT1idXNpbmVzc2VzLyovaW50ZWdyYXRpb25zLyp9WjgSNi92MWFscGhhL3tuYW1lPXBhcnRu\
        ZXJzLyovYnVzaW5lc3Nlcy8qL2ludGVncmF0aW9ucy8qfRKBAgoQTGlzdEludGVncmF0aW9ucxI8LmRheWJvb2suaW50ZWdy\
        YXRpb25kaXNwYXRjaC52MWFscGhhLkxpc3RJbnRlZ3JhdGlvbnNSZXF1ZXN0Gj0uZGF5Ym9vay5pbnRlZ3JhdGlvbmRpc3Bh\
        dGNoLnYxYWxwaGEuTGlzdEludGVncmF0aW9uc1Jlc3BvbnNlInCQAgGC0+STAmcSKy92MWFscGhhL3twYXJlbnQ9YnVzaW5l\
        c3Nlcy8qfS9pbnRlZ3JhdGlvbnNaOBI2L3YxYWxwaGEve3BhcmVudD1wYXJ0bmVycy8qL2J1c2luZXNzZXMvKn0vaW50ZWdy\
        YXRpb25zEqoCChFVcGRhdGVJbnRlZ3JhdGlvbhI9LmRheWJvb2suaW50ZWdyYXRpb25kaXNwYXRjaC52MWFscGhhLlVwZGF0\
        ZUludGVncmF0aW9uUmVxdWVzdBowLmRheWJvb2suaW50ZWdyYXRpb25kaXNwYXRjaC52MWFscGhhLkludGVncmF0aW9uIqMB\
        kAICgtPkkwKZATI3L3YxYWxwaGEve2ludGVncmF0aW9uLm5hbWU9YnVzaW5lc3Nlcy8qL2ludGVncmF0aW9ucy8qfToLaW50\
        ZWdyYXRpb25aUTJCL3YxYWxwaGEve2ludGVncmF0aW9uLm5hbWU9cGFydG5lcnMvKi9idXNpbmVzc2VzLyovaW50ZWdyYXRp\
        b25zLyp9OgtpbnRlZ3JhdGlvbhKTAgoTQWN0aXZhdGVJbnRlZ3JhdGlvbhI/LmRheWJvb2suaW50ZWdyYXRpb25kaXNwYXRj\
        aC52MWFscGhhLkFjdGl2YXRlSW50ZWdyYXRpb25SZXF1ZXN0GjAuZGF5Ym9vay5pbnRlZ3JhdGlvbmRpc3BhdGNoLnYxYWxw\
        aGEuSW50ZWdyYXRpb24iiAGQAgKC0+STAn8iNC92MWFscGhhL3tuYW1lPWJ1c2luZXNzZXMvKi9pbnRlZ3JhdGlvbnMvKn06\
        YWN0aXZhdGU6ASpaRCI/L3YxYWxwaGEve25hbWU9cGFydG5lcnMvKi9idXNpbmVzc2VzLyovaW50ZWdyYXRpb25zLyp9OmFj\
        dGl2YXRlOgEqEpwCChVEZWFjdGl2YXRlSW50ZWdyYXRpb24SQS5kYXlib29rLmludGVncmF0aW9uZGlzcGF0Y2gudjFhbHBo\
        YS5EZWFjdGl2YXRlSW50ZWdyYXRpb25SZXF1ZXN0GjAuZGF5Ym9vay5pbnRlZ3JhdGlvbmRpc3BhdGNoLnYxYWxwaGEuSW50\
        ZWdyYXRpb24ijQGQAgKC0+STAoMBIjYvdjFhbHBoYS97bmFtZT1idXNpbmVzc2VzLyovaW50ZWdyYXRpb25zLyp9OmRlYWN0\
        aXZhdGU6ASpaRiJBL3YxYWxwaGEve25hbWU9cGFydG5lcnMvKi9idXNpbmVzc2VzLyovaW50ZWdyYXRpb25zLyp9OmRlYWN0\
        aXZhdGU6ASoSpAIKFkxpc3RJbnRlZ3JhdGlvbkhpc3RvcnkSQi5kYXlib29rLmludGVncmF0aW9uZGlzcGF0Y2gudjFhbHBo\
        YS5MaXN0SW50ZWdyYXRpb25IaXN0b3J5UmVxdWVzdBpDLmRheWJvb2suaW50ZWdyYXRpb25kaXNwYXRjaC52MWFscGhhLkxp\
        c3RJbnRlZ3JhdGlvbkhpc3RvcnlSZXNwb25zZSKAAZACAYLT5JMCdxIzL3YxYWxwaGEve25hbWU9YnVzaW5lc3Nlcy8qL2lu\
        dGVncmF0aW9ucy8qfTpoaXN0b3J5WkASPi92MWFscGhhL3tuYW1lPXBhcnRuZXJzLyovYnVzaW5lc3Nlcy8qL2ludGVncmF0\
        aW9ucy8qfTpoaXN0b3J5YgZwcm90bzM=
        """),
    ProtoFile(
      name: "daybook/integrationdispatch/v1alpha/internal.proto",
      imports: ["daybook/common/v1alpha/common.proto", "google/protobuf/timestamp.proto"],
      symbols: ["daybook.integrationdispatch.v1alpha.ApplyApprovalRequest", "daybook.integrationdispatch.v1alpha.ApprovedContent", "daybook.integrationdispatch.v1alpha.ApplyApprovalResponse", "daybook.integrationdispatch.v1alpha.ListApprovalsRequest", "daybook.integrationdispatch.v1alpha.ListApprovalsResponse", "daybook.integrationdispatch.v1alpha.KnownApproval", "daybook.integrationdispatch.v1alpha.ApprovalService", "daybook.integrationdispatch.v1alpha.ApprovalService.ApplyApproval", "daybook.integrationdispatch.v1alpha.ApprovalService.ListApprovals"],
      services: ["daybook.integrationdispatch.v1alpha.ApprovalService"],
      base64: """
        CjJkYXlib29rL2ludGVncmF0aW9uZGlzcGF0Y2gvdjFhbHBoYS9pbnRlcm5hbC5wcm90bxIjZGF5Ym9vay5pbnRlZ3JhdGlv\
        bmRpc3BhdGNoLnYxYWxwaGEaI2RheWJvb2svY29tbW9uL3YxYWxwaGEvY29tbW9uLnByb3RvGh9nb29nbGUvcHJvdG9idWYv\
        dGltZXN0YW1wLnByb3RvIuUDChRBcHBseUFwcHJvdmFsUmVxdWVzdBIaCghzZXF1ZW5jZRgBIAEoA1IIc2VxdWVuY2USGgoI\
        ZG9jdW1lbnQYAiABKAlSCGRvY3VtZW50EhIKBGtpbmQYAyABKAlSBGtpbmQSFgoGbnVtYmVyGAQgASgJUgZudW1iZXISHQoK\
        aXNzdWVfZGF0ZRgFIAEoCVIJaXNzdWVEYXRlEhYKBnNlbGxlchgGIAEoCVIGc2VsbGVyEhQKBWJ1eWVyGAcgASgJUgVidXll\
        chI0CgV0b3RhbBgIIAEoCzIeLmRheWJvb2suY29tbW9uLnYxYWxwaGEuQW1vdW50UgV0b3RhbBJQCghjb250ZW50cxgJIAMo\
        CzI0LmRheWJvb2suaW50ZWdyYXRpb25kaXNwYXRjaC52MWFscGhhLkFwcHJvdmVkQ29udGVudFIIY29udGVudHMSMwoFYWN0\
        b3IYCiABKAsyHS5kYXlib29rLmNvbW1vbi52MWFscGhhLkFjdG9yUgVhY3RvchI9CgxhcHByb3ZlX3RpbWUYCyABKAsyGi5n\
        b29nbGUucHJvdG9idWYuVGltZXN0YW1wUgthcHByb3ZlVGltZRIgCgtpbmNhcm5hdGlvbhgMIAEoCVILaW5jYXJuYXRpb24i\
        ewoPQXBwcm92ZWRDb250ZW50EhIKBHBhcnQYASABKAlSBHBhcnQSFgoGc2hhMjU2GAIgASgJUgZzaGEyNTYSHQoKc2l6ZV9i\
        eXRlcxgDIAEoA1IJc2l6ZUJ5dGVzEh0KCm1lZGlhX3R5cGUYBCABKAlSCW1lZGlhVHlwZSIXChVBcHBseUFwcHJvdmFsUmVz\
        cG9uc2UiSQoUTGlzdEFwcHJvdmFsc1JlcXVlc3QSFAoFYWZ0ZXIYASABKAlSBWFmdGVyEhsKCXBhZ2Vfc2l6ZRgCIAEoBVII\
        cGFnZVNpemUiaQoVTGlzdEFwcHJvdmFsc1Jlc3BvbnNlElAKCWFwcHJvdmFscxgBIAMoCzIyLmRheWJvb2suaW50ZWdyYXRp\
        b25kaXNwYXRjaC52MWFscGhhLktub3duQXBwcm92YWxSCWFwcHJvdmFscyKaAQoNS25vd25BcHByb3ZhbBIaCghkb2N1bWVu\
        dBgBIAEoCVIIZG9jdW1lbnQSFgoGbnVtYmVyGAIgASgJUgZudW1iZXISFgoGc2VsbGVyGAMgASgJUgZzZWxsZXISPQoMYXBw\
        cm92ZV90aW1lGAQgASgLMhouZ29vZ2xlLnByb3RvYnVmLlRpbWVzdGFtcFILYXBwcm92ZVRpbWUyrQIKD0FwcHJvdmFsU2Vy\
        dmljZRKLAQoNQXBwbHlBcHByb3ZhbBI5LmRheWJvb2suaW50ZWdyYXRpb25kaXNwYXRjaC52MWFscGhhLkFwcGx5QXBwcm92\
        YWxSZXF1ZXN0GjouZGF5Ym9vay5pbnRlZ3JhdGlvbmRpc3BhdGNoLnYxYWxwaGEuQXBwbHlBcHByb3ZhbFJlc3BvbnNlIgOQ\
        AgISiwEKDUxpc3RBcHByb3ZhbHMSOS5kYXlib29rLmludGVncmF0aW9uZGlzcGF0Y2gudjFhbHBoYS5MaXN0QXBwcm92YWxz\
        UmVxdWVzdBo6LmRheWJvb2suaW50ZWdyYXRpb25kaXNwYXRjaC52MWFscGhhLkxpc3RBcHByb3ZhbHNSZXNwb25zZSIDkAIB\
        YgZwcm90bzM=
        """),
    ProtoFile(
      name: "google/rpc/code.proto",
      imports: [],
      symbols: ["google.rpc.Code"],
      services: [],
      base64: """
        ChVnb29nbGUvcnBjL2NvZGUucHJvdG8SCmdvb2dsZS5ycGMqtwIKBENvZGUSBgoCT0sQABINCglDQU5DRUxMRUQQARILCgdV\
        TktOT1dOEAISFAoQSU5WQUxJRF9BUkdVTUVOVBADEhUKEURFQURMSU5FX0VYQ0VFREVEEAQSDQoJTk9UX0ZPVU5EEAUSEgoO\
        QUxSRUFEWV9FWElTVFMQBhIVChFQRVJNSVNTSU9OX0RFTklFRBAHEhMKD1VOQVVUSEVOVElDQVRFRBAQEhYKElJFU09VUkNF\
        X0VYSEFVU1RFRBAIEhcKE0ZBSUxFRF9QUkVDT05ESVRJT04QCRILCgdBQk9SVEVEEAoSEAoMT1VUX09GX1JBTkdFEAsSEQoN\
        VU5JTVBMRU1FTlRFRBAMEgwKCElOVEVSTkFMEA0SDwoLVU5BVkFJTEFCTEUQDhINCglEQVRBX0xPU1MQD0JYCg5jb20uZ29v\
        Z2xlLnJwY0IJQ29kZVByb3RvUAFaM2dvb2dsZS5nb2xhbmcub3JnL2dlbnByb3RvL2dvb2dsZWFwaXMvcnBjL2NvZGU7Y29k\
        ZaICA1JQQ2IGcHJvdG8z
        """),
    ProtoFile(
      name: "google/rpc/error_details.proto",
      imports: ["google/protobuf/duration.proto"],
      symbols: ["google.rpc.ErrorInfo", "google.rpc.ErrorInfo.MetadataEntry", "google.rpc.RetryInfo", "google.rpc.DebugInfo", "google.rpc.QuotaFailure", "google.rpc.QuotaFailure.Violation", "google.rpc.PreconditionFailure", "google.rpc.PreconditionFailure.Violation", "google.rpc.BadRequest", "google.rpc.BadRequest.FieldViolation", "google.rpc.RequestInfo", "google.rpc.ResourceInfo", "google.rpc.Help", "google.rpc.Help.Link", "google.rpc.LocalizedMessage"],
      services: [],
      base64: """
        Ch5nb29nbGUvcnBjL2Vycm9yX2RldGFpbHMucHJvdG8SCmdvb2dsZS5ycGMaHmdvb2dsZS9wcm90b2J1Zi9kdXJhdGlvbi5w\
        cm90byK5AQoJRXJyb3JJbmZvEhYKBnJlYXNvbhgBIAEoCVIGcmVhc29uEhYKBmRvbWFpbhgCIAEoCVIGZG9tYWluEj8KCG1l\
        dGFkYXRhGAMgAygLMiMuZ29vZ2xlLnJwYy5FcnJvckluZm8uTWV0YWRhdGFFbnRyeVIIbWV0YWRhdGEaOwoNTWV0YWRhdGFF\
        bnRyeRIQCgNrZXkYASABKAlSA2tleRIUCgV2YWx1ZRgCIAEoCVIFdmFsdWU6AjgBIkcKCVJldHJ5SW5mbxI6CgtyZXRyeV9k\
        ZWxheRgBIAEoCzIZLmdvb2dsZS5wcm90b2J1Zi5EdXJhdGlvblIKcmV0cnlEZWxheSJICglEZWJ1Z0luZm8SIwoNc3RhY2tf\
        ZW50cmllcxgBIAMoCVIMc3RhY2tFbnRyaWVzEhYKBmRldGFpbBgCIAEoCVIGZGV0YWlsIpsBCgxRdW90YUZhaWx1cmUSQgoK\
        dmlvbGF0aW9ucxgBIAMoCzIiLmdvb2dsZS5ycGMuUXVvdGFGYWlsdXJlLlZpb2xhdGlvblIKdmlvbGF0aW9ucxpHCglWaW9s\
        YXRpb24SGAoHc3ViamVjdBgBIAEoCVIHc3ViamVjdBIgCgtkZXNjcmlwdGlvbhgCIAEoCVILZGVzY3JpcHRpb24ivQEKE1By\
        ZWNvbmRpdGlvbkZhaWx1cmUSSQoKdmlvbGF0aW9ucxgBIAMoCzIpLmdvb2dsZS5ycGMuUHJlY29uZGl0aW9uRmFpbHVyZS5W\
        aW9sYXRpb25SCnZpb2xhdGlvbnMaWwoJVmlvbGF0aW9uEhIKBHR5cGUYASABKAlSBHR5cGUSGAoHc3ViamVjdBgCIAEoCVIH\
        c3ViamVjdBIgCgtkZXNjcmlwdGlvbhgDIAEoCVILZGVzY3JpcHRpb24iqAEKCkJhZFJlcXVlc3QSUAoQZmllbGRfdmlvbGF0\
        aW9ucxgBIAMoCzIlLmdvb2dsZS5ycGMuQmFkUmVxdWVzdC5GaWVsZFZpb2xhdGlvblIPZmllbGRWaW9sYXRpb25zGkgKDkZp\
        ZWxkVmlvbGF0aW9uEhQKBWZpZWxkGAEgASgJUgVmaWVsZBIgCgtkZXNjcmlwdGlvbhgCIAEoCVILZGVzY3JpcHRpb24iTwoL\
        UmVxdWVzdEluZm8SHQoKcmVxdWVzdF9pZBgBIAEoCVIJcmVxdWVzdElkEiEKDHNlcnZpbmdfZGF0YRgCIAEoCVILc2Vydmlu\
        Z0RhdGEikAEKDFJlc291cmNlSW5mbxIjCg1yZXNvdXJjZV90eXBlGAEgASgJUgxyZXNvdXJjZVR5cGUSIwoNcmVzb3VyY2Vf\
        bmFtZRgCIAEoCVIMcmVzb3VyY2VOYW1lEhQKBW93bmVyGAMgASgJUgVvd25lchIgCgtkZXNjcmlwdGlvbhgEIAEoCVILZGVz\
        Y3JpcHRpb24ibwoESGVscBIrCgVsaW5rcxgBIAMoCzIVLmdvb2dsZS5ycGMuSGVscC5MaW5rUgVsaW5rcxo6CgRMaW5rEiAK\
        C2Rlc2NyaXB0aW9uGAEgASgJUgtkZXNjcmlwdGlvbhIQCgN1cmwYAiABKAlSA3VybCJEChBMb2NhbGl6ZWRNZXNzYWdlEhYK\
        BmxvY2FsZRgBIAEoCVIGbG9jYWxlEhgKB21lc3NhZ2UYAiABKAlSB21lc3NhZ2VCbAoOY29tLmdvb2dsZS5ycGNCEUVycm9y\
        RGV0YWlsc1Byb3RvUAFaP2dvb2dsZS5nb2xhbmcub3JnL2dlbnByb3RvL2dvb2dsZWFwaXMvcnBjL2VycmRldGFpbHM7ZXJy\
        ZGV0YWlsc6ICA1JQQ2IGcHJvdG8z
        """),
    ProtoFile(
      name: "google/protobuf/any.proto",
      imports: [],
      symbols: ["google.protobuf.Any"],
      services: [],
      base64: """
        Chlnb29nbGUvcHJvdG9idWYvYW55LnByb3RvEg9nb29nbGUucHJvdG9idWYiNgoDQW55EhkKCHR5cGVfdXJsGAEgASgJUgd0\
        eXBlVXJsEhQKBXZhbHVlGAIgASgMUgV2YWx1ZUJ2ChNjb20uZ29vZ2xlLnByb3RvYnVmQghBbnlQcm90b1ABWixnb29nbGUu\
        Z29sYW5nLm9yZy9wcm90b2J1Zi90eXBlcy9rbm93bi9hbnlwYqICA0dQQqoCHkdvb2dsZS5Qcm90b2J1Zi5XZWxsS25vd25U\
        eXBlc2IGcHJvdG8z
        """),
    ProtoFile(
      name: "google/rpc/status.proto",
      imports: ["google/protobuf/any.proto"],
      symbols: ["google.rpc.Status"],
      services: [],
      base64: """
        Chdnb29nbGUvcnBjL3N0YXR1cy5wcm90bxIKZ29vZ2xlLnJwYxoZZ29vZ2xlL3Byb3RvYnVmL2FueS5wcm90byJmCgZTdGF0\
        dXMSEgoEY29kZRgBIAEoBVIEY29kZRIYCgdtZXNzYWdlGAIgASgJUgdtZXNzYWdlEi4KB2RldGFpbHMYAyADKAsyFC5nb29n\
        bGUucHJvdG9idWYuQW55UgdkZXRhaWxzQmEKDmNvbS5nb29nbGUucnBjQgtTdGF0dXNQcm90b1ABWjdnb29nbGUuZ29sYW5n\
        Lm9yZy9nZW5wcm90by9nb29nbGVhcGlzL3JwYy9zdGF0dXM7c3RhdHVz+AEBogIDUlBDYgZwcm90bzM=
        """),
    ProtoFile(
      name: "grpc/health/v1/health.proto",
      imports: [],
      symbols: ["grpc.health.v1.HealthCheckRequest", "grpc.health.v1.HealthCheckResponse", "grpc.health.v1.HealthCheckResponse.ServingStatus", "grpc.health.v1.HealthListRequest", "grpc.health.v1.HealthListResponse", "grpc.health.v1.HealthListResponse.StatusesEntry", "grpc.health.v1.Health", "grpc.health.v1.Health.Check", "grpc.health.v1.Health.List", "grpc.health.v1.Health.Watch"],
      services: ["grpc.health.v1.Health"],
      base64: """
        ChtncnBjL2hlYWx0aC92MS9oZWFsdGgucHJvdG8SDmdycGMuaGVhbHRoLnYxIi4KEkhlYWx0aENoZWNrUmVxdWVzdBIYCgdz\
        ZXJ2aWNlGAEgASgJUgdzZXJ2aWNlIrEBChNIZWFsdGhDaGVja1Jlc3BvbnNlEkkKBnN0YXR1cxgBIAEoDjIxLmdycGMuaGVh\
        bHRoLnYxLkhlYWx0aENoZWNrUmVzcG9uc2UuU2VydmluZ1N0YXR1c1IGc3RhdHVzIk8KDVNlcnZpbmdTdGF0dXMSCwoHVU5L\
        Tk9XThAAEgsKB1NFUlZJTkcQARIPCgtOT1RfU0VSVklORxACEhMKD1NFUlZJQ0VfVU5LTk9XThADIhMKEUhlYWx0aExpc3RS\
        ZXF1ZXN0IsQBChJIZWFsdGhMaXN0UmVzcG9uc2USTAoIc3RhdHVzZXMYASADKAsyMC5ncnBjLmhlYWx0aC52MS5IZWFsdGhM\
        aXN0UmVzcG9uc2UuU3RhdHVzZXNFbnRyeVIIc3RhdHVzZXMaYAoNU3RhdHVzZXNFbnRyeRIQCgNrZXkYASABKAlSA2tleRI5\
        CgV2YWx1ZRgCIAEoCzIjLmdycGMuaGVhbHRoLnYxLkhlYWx0aENoZWNrUmVzcG9uc2VSBXZhbHVlOgI4ATL9AQoGSGVhbHRo\
        ElAKBUNoZWNrEiIuZ3JwYy5oZWFsdGgudjEuSGVhbHRoQ2hlY2tSZXF1ZXN0GiMuZ3JwYy5oZWFsdGgudjEuSGVhbHRoQ2hl\
        Y2tSZXNwb25zZRJNCgRMaXN0EiEuZ3JwYy5oZWFsdGgudjEuSGVhbHRoTGlzdFJlcXVlc3QaIi5ncnBjLmhlYWx0aC52MS5I\
        ZWFsdGhMaXN0UmVzcG9uc2USUgoFV2F0Y2gSIi5ncnBjLmhlYWx0aC52MS5IZWFsdGhDaGVja1JlcXVlc3QaIy5ncnBjLmhl\
        YWx0aC52MS5IZWFsdGhDaGVja1Jlc3BvbnNlMAFCYQoRaW8uZ3JwYy5oZWFsdGgudjFCC0hlYWx0aFByb3RvUAFaLGdvb2ds\
        ZS5nb2xhbmcub3JnL2dycGMvaGVhbHRoL2dycGNfaGVhbHRoX3YxqgIOR3JwYy5IZWFsdGguVjFiBnByb3RvMw==
        """),
    ProtoFile(
      name: "grpc/reflection/v1/reflection.proto",
      imports: [],
      symbols: ["grpc.reflection.v1.ServerReflectionRequest", "grpc.reflection.v1.ExtensionRequest", "grpc.reflection.v1.ServerReflectionResponse", "grpc.reflection.v1.FileDescriptorResponse", "grpc.reflection.v1.ExtensionNumberResponse", "grpc.reflection.v1.ListServiceResponse", "grpc.reflection.v1.ServiceResponse", "grpc.reflection.v1.ErrorResponse", "grpc.reflection.v1.ServerReflection", "grpc.reflection.v1.ServerReflection.ServerReflectionInfo"],
      services: ["grpc.reflection.v1.ServerReflection"],
      base64: """
        CiNncnBjL3JlZmxlY3Rpb24vdjEvcmVmbGVjdGlvbi5wcm90bxISZ3JwYy5yZWZsZWN0aW9uLnYxIvMCChdTZXJ2ZXJSZWZs\
        ZWN0aW9uUmVxdWVzdBISCgRob3N0GAEgASgJUgRob3N0EioKEGZpbGVfYnlfZmlsZW5hbWUYAyABKAlIAFIOZmlsZUJ5Rmls\
        ZW5hbWUSNgoWZmlsZV9jb250YWluaW5nX3N5bWJvbBgEIAEoCUgAUhRmaWxlQ29udGFpbmluZ1N5bWJvbBJiChlmaWxlX2Nv\
        bnRhaW5pbmdfZXh0ZW5zaW9uGAUgASgLMiQuZ3JwYy5yZWZsZWN0aW9uLnYxLkV4dGVuc2lvblJlcXVlc3RIAFIXZmlsZUNv\
        bnRhaW5pbmdFeHRlbnNpb24SQgodYWxsX2V4dGVuc2lvbl9udW1iZXJzX29mX3R5cGUYBiABKAlIAFIZYWxsRXh0ZW5zaW9u\
        TnVtYmVyc09mVHlwZRIlCg1saXN0X3NlcnZpY2VzGAcgASgJSABSDGxpc3RTZXJ2aWNlc0IRCg9tZXNzYWdlX3JlcXVlc3Qi\
        ZgoQRXh0ZW5zaW9uUmVxdWVzdBInCg9jb250YWluaW5nX3R5cGUYASABKAlSDmNvbnRhaW5pbmdUeXBlEikKEGV4dGVuc2lv\
        bl9udW1iZXIYAiABKAVSD2V4dGVuc2lvbk51bWJlciKuBAoYU2VydmVyUmVmbGVjdGlvblJlc3BvbnNlEh0KCnZhbGlkX2hv\
        c3QYASABKAlSCXZhbGlkSG9zdBJWChBvcmlnaW5hbF9yZXF1ZXN0GAIgASgLMisuZ3JwYy5yZWZsZWN0aW9uLnYxLlNlcnZl\
        clJlZmxlY3Rpb25SZXF1ZXN0Ug9vcmlnaW5hbFJlcXVlc3QSZgoYZmlsZV9kZXNjcmlwdG9yX3Jlc3BvbnNlGAQgASgLMiou\
        Z3JwYy5yZWZsZWN0aW9uLnYxLkZpbGVEZXNjcmlwdG9yUmVzcG9uc2VIAFIWZmlsZURlc2NyaXB0b3JSZXNwb25zZRJyCh5h\
        bGxfZXh0ZW5zaW9uX251bWJlcnNfcmVzcG9uc2UYBSABKAsyKy5ncnBjLnJlZmxlY3Rpb24udjEuRXh0ZW5zaW9uTnVtYmVy\
        UmVzcG9uc2VIAFIbYWxsRXh0ZW5zaW9uTnVtYmVyc1Jlc3BvbnNlEl8KFmxpc3Rfc2VydmljZXNfcmVzcG9uc2UYBiABKAsy\
        Jy5ncnBjLnJlZmxlY3Rpb24udjEuTGlzdFNlcnZpY2VSZXNwb25zZUgAUhRsaXN0U2VydmljZXNSZXNwb25zZRJKCg5lcnJv\
        cl9yZXNwb25zZRgHIAEoCzIhLmdycGMucmVmbGVjdGlvbi52MS5FcnJvclJlc3BvbnNlSABSDWVycm9yUmVzcG9uc2VCEgoQ\
        bWVzc2FnZV9yZXNwb25zZSJMChZGaWxlRGVzY3JpcHRvclJlc3BvbnNlEjIKFWZpbGVfZGVzY3JpcHRvcl9wcm90bxgBIAMo\
        DFITZmlsZURlc2NyaXB0b3JQcm90byJqChdFeHRlbnNpb25OdW1iZXJSZXNwb25zZRIkCg5iYXNlX3R5cGVfbmFtZRgBIAEo\
        CVIMYmFzZVR5cGVOYW1lEikKEGV4dGVuc2lvbl9udW1iZXIYAiADKAVSD2V4dGVuc2lvbk51bWJlciJUChNMaXN0U2Vydmlj\
        ZVJlc3BvbnNlEj0KB3NlcnZpY2UYASADKAsyIy5ncnBjLnJlZmxlY3Rpb24udjEuU2VydmljZVJlc3BvbnNlUgdzZXJ2aWNl\
        IiUKD1NlcnZpY2VSZXNwb25zZRISCgRuYW1lGAEgASgJUgRuYW1lIlMKDUVycm9yUmVzcG9uc2USHQoKZXJyb3JfY29kZRgB\
        IAEoBVIJZXJyb3JDb2RlEiMKDWVycm9yX21lc3NhZ2UYAiABKAlSDGVycm9yTWVzc2FnZTKJAQoQU2VydmVyUmVmbGVjdGlv\
        bhJ1ChRTZXJ2ZXJSZWZsZWN0aW9uSW5mbxIrLmdycGMucmVmbGVjdGlvbi52MS5TZXJ2ZXJSZWZsZWN0aW9uUmVxdWVzdBos\
        LmdycGMucmVmbGVjdGlvbi52MS5TZXJ2ZXJSZWZsZWN0aW9uUmVzcG9uc2UoATABQmYKFWlvLmdycGMucmVmbGVjdGlvbi52\
        MUIVU2VydmVyUmVmbGVjdGlvblByb3RvUAFaNGdvb2dsZS5nb2xhbmcub3JnL2dycGMvcmVmbGVjdGlvbi9ncnBjX3JlZmxl\
        Y3Rpb25fdjFiBnByb3RvMw==
        """),
    ProtoFile(
      name: "grpc/reflection/v1alpha/reflection.proto",
      imports: [],
      symbols: ["grpc.reflection.v1alpha.ServerReflectionRequest", "grpc.reflection.v1alpha.ExtensionRequest", "grpc.reflection.v1alpha.ServerReflectionResponse", "grpc.reflection.v1alpha.FileDescriptorResponse", "grpc.reflection.v1alpha.ExtensionNumberResponse", "grpc.reflection.v1alpha.ListServiceResponse", "grpc.reflection.v1alpha.ServiceResponse", "grpc.reflection.v1alpha.ErrorResponse", "grpc.reflection.v1alpha.ServerReflection", "grpc.reflection.v1alpha.ServerReflection.ServerReflectionInfo"],
      services: ["grpc.reflection.v1alpha.ServerReflection"],
      base64: """
        CihncnBjL3JlZmxlY3Rpb24vdjFhbHBoYS9yZWZsZWN0aW9uLnByb3RvEhdncnBjLnJlZmxlY3Rpb24udjFhbHBoYSL4AgoX\
        U2VydmVyUmVmbGVjdGlvblJlcXVlc3QSEgoEaG9zdBgBIAEoCVIEaG9zdBIqChBmaWxlX2J5X2ZpbGVuYW1lGAMgASgJSABS\
        DmZpbGVCeUZpbGVuYW1lEjYKFmZpbGVfY29udGFpbmluZ19zeW1ib2wYBCABKAlIAFIUZmlsZUNvbnRhaW5pbmdTeW1ib2wS\
        ZwoZZmlsZV9jb250YWluaW5nX2V4dGVuc2lvbhgFIAEoCzIpLmdycGMucmVmbGVjdGlvbi52MWFscGhhLkV4dGVuc2lvblJl\
        cXVlc3RIAFIXZmlsZUNvbnRhaW5pbmdFeHRlbnNpb24SQgodYWxsX2V4dGVuc2lvbl9udW1iZXJzX29mX3R5cGUYBiABKAlI\
        AFIZYWxsRXh0ZW5zaW9uTnVtYmVyc09mVHlwZRIlCg1saXN0X3NlcnZpY2VzGAcgASgJSABSDGxpc3RTZXJ2aWNlc0IRCg9t\
        ZXNzYWdlX3JlcXVlc3QiZgoQRXh0ZW5zaW9uUmVxdWVzdBInCg9jb250YWluaW5nX3R5cGUYASABKAlSDmNvbnRhaW5pbmdU\
        eXBlEikKEGV4dGVuc2lvbl9udW1iZXIYAiABKAVSD2V4dGVuc2lvbk51bWJlciLHBAoYU2VydmVyUmVmbGVjdGlvblJlc3Bv\
        bnNlEh0KCnZhbGlkX2hvc3QYASABKAlSCXZhbGlkSG9zdBJbChBvcmlnaW5hbF9yZXF1ZXN0GAIgASgLMjAuZ3JwYy5yZWZs\
        ZWN0aW9uLnYxYWxwaGEuU2VydmVyUmVmbGVjdGlvblJlcXVlc3RSD29yaWdpbmFsUmVxdWVzdBJrChhmaWxlX2Rlc2NyaXB0\
        b3JfcmVzcG9uc2UYBCABKAsyLy5ncnBjLnJlZmxlY3Rpb24udjFhbHBoYS5GaWxlRGVzY3JpcHRvclJlc3BvbnNlSABSFmZp\
        bGVEZXNjcmlwdG9yUmVzcG9uc2USdwoeYWxsX2V4dGVuc2lvbl9udW1iZXJzX3Jlc3BvbnNlGAUgASgLMjAuZ3JwYy5yZWZs\
        ZWN0aW9uLnYxYWxwaGEuRXh0ZW5zaW9uTnVtYmVyUmVzcG9uc2VIAFIbYWxsRXh0ZW5zaW9uTnVtYmVyc1Jlc3BvbnNlEmQK\
        Fmxpc3Rfc2VydmljZXNfcmVzcG9uc2UYBiABKAsyLC5ncnBjLnJlZmxlY3Rpb24udjFhbHBoYS5MaXN0U2VydmljZVJlc3Bv\
        bnNlSABSFGxpc3RTZXJ2aWNlc1Jlc3BvbnNlEk8KDmVycm9yX3Jlc3BvbnNlGAcgASgLMiYuZ3JwYy5yZWZsZWN0aW9uLnYx\
        YWxwaGEuRXJyb3JSZXNwb25zZUgAUg1lcnJvclJlc3BvbnNlQhIKEG1lc3NhZ2VfcmVzcG9uc2UiTAoWRmlsZURlc2NyaXB0\
        b3JSZXNwb25zZRIyChVmaWxlX2Rlc2NyaXB0b3JfcHJvdG8YASADKAxSE2ZpbGVEZXNjcmlwdG9yUHJvdG8iagoXRXh0ZW5z\
        aW9uTnVtYmVyUmVzcG9uc2USJAoOYmFzZV90eXBlX25hbWUYASABKAlSDGJhc2VUeXBlTmFtZRIpChBleHRlbnNpb25fbnVt\
        YmVyGAIgAygFUg9leHRlbnNpb25OdW1iZXIiWQoTTGlzdFNlcnZpY2VSZXNwb25zZRJCCgdzZXJ2aWNlGAEgAygLMiguZ3Jw\
        Yy5yZWZsZWN0aW9uLnYxYWxwaGEuU2VydmljZVJlc3BvbnNlUgdzZXJ2aWNlIiUKD1NlcnZpY2VSZXNwb25zZRISCgRuYW1l\
        GAEgASgJUgRuYW1lIlMKDUVycm9yUmVzcG9uc2USHQoKZXJyb3JfY29kZRgBIAEoBVIJZXJyb3JDb2RlEiMKDWVycm9yX21l\
        c3NhZ2UYAiABKAlSDGVycm9yTWVzc2FnZTKTAQoQU2VydmVyUmVmbGVjdGlvbhJ/ChRTZXJ2ZXJSZWZsZWN0aW9uSW5mbxIw\
        LmdycGMucmVmbGVjdGlvbi52MWFscGhhLlNlcnZlclJlZmxlY3Rpb25SZXF1ZXN0GjEuZ3JwYy5yZWZsZWN0aW9uLnYxYWxw\
        aGEuU2VydmVyUmVmbGVjdGlvblJlc3BvbnNlKAEwAUJzChppby5ncnBjLnJlZmxlY3Rpb24udjFhbHBoYUIVU2VydmVyUmVm\
        bGVjdGlvblByb3RvUAFaOWdvb2dsZS5nb2xhbmcub3JnL2dycGMvcmVmbGVjdGlvbi9ncnBjX3JlZmxlY3Rpb25fdjFhbHBo\
        YbgBAWIGcHJvdG8z
        """),
    ProtoFile(
      name: "google/protobuf/empty.proto",
      imports: [],
      symbols: ["google.protobuf.Empty"],
      services: [],
      base64: """
        Chtnb29nbGUvcHJvdG9idWYvZW1wdHkucHJvdG8SD2dvb2dsZS5wcm90b2J1ZiIHCgVFbXB0eUJ9ChNjb20uZ29vZ2xlLnBy\
        b3RvYnVmQgpFbXB0eVByb3RvUAFaLmdvb2dsZS5nb2xhbmcub3JnL3Byb3RvYnVmL3R5cGVzL2tub3duL2VtcHR5cGL4AQGi\
        AgNHUEKqAh5Hb29nbGUuUHJvdG9idWYuV2VsbEtub3duVHlwZXNiBnByb3RvMw==
        """),
    ProtoFile(
      name: "google/protobuf/field_mask.proto",
      imports: [],
      symbols: ["google.protobuf.FieldMask"],
      services: [],
      base64: """
        CiBnb29nbGUvcHJvdG9idWYvZmllbGRfbWFzay5wcm90bxIPZ29vZ2xlLnByb3RvYnVmIiEKCUZpZWxkTWFzaxIUCgVwYXRo\
        cxgBIAMoCVIFcGF0aHNChQEKE2NvbS5nb29nbGUucHJvdG9idWZCDkZpZWxkTWFza1Byb3RvUAFaMmdvb2dsZS5nb2xhbmcu\
        b3JnL3Byb3RvYnVmL3R5cGVzL2tub3duL2ZpZWxkbWFza3Bi+AEBogIDR1BCqgIeR29vZ2xlLlByb3RvYnVmLldlbGxLbm93\
        blR5cGVzYgZwcm90bzM=
        """),
    ProtoFile(
      name: "google/protobuf/wrappers.proto",
      imports: [],
      symbols: ["google.protobuf.DoubleValue", "google.protobuf.FloatValue", "google.protobuf.Int64Value", "google.protobuf.UInt64Value", "google.protobuf.Int32Value", "google.protobuf.UInt32Value", "google.protobuf.BoolValue", "google.protobuf.StringValue", "google.protobuf.BytesValue"],
      services: [],
      base64: """
        Ch5nb29nbGUvcHJvdG9idWYvd3JhcHBlcnMucHJvdG8SD2dvb2dsZS5wcm90b2J1ZiIjCgtEb3VibGVWYWx1ZRIUCgV2YWx1\
        ZRgBIAEoAVIFdmFsdWUiIgoKRmxvYXRWYWx1ZRIUCgV2YWx1ZRgBIAEoAlIFdmFsdWUiIgoKSW50NjRWYWx1ZRIUCgV2YWx1\
        ZRgBIAEoA1IFdmFsdWUiIwoLVUludDY0VmFsdWUSFAoFdmFsdWUYASABKARSBXZhbHVlIiIKCkludDMyVmFsdWUSFAoFdmFs\
        dWUYASABKAVSBXZhbHVlIiMKC1VJbnQzMlZhbHVlEhQKBXZhbHVlGAEgASgNUgV2YWx1ZSIhCglCb29sVmFsdWUSFAoFdmFs\
        dWUYASABKAhSBXZhbHVlIiMKC1N0cmluZ1ZhbHVlEhQKBXZhbHVlGAEgASgJUgV2YWx1ZSIiCgpCeXRlc1ZhbHVlEhQKBXZh\
        bHVlGAEgASgMUgV2YWx1ZUKDAQoTY29tLmdvb2dsZS5wcm90b2J1ZkINV3JhcHBlcnNQcm90b1ABWjFnb29nbGUuZ29sYW5n\
        Lm9yZy9wcm90b2J1Zi90eXBlcy9rbm93bi93cmFwcGVyc3Bi+AEBogIDR1BCqgIeR29vZ2xlLlByb3RvYnVmLldlbGxLbm93\
        blR5cGVzYgZwcm90bzM=
        """),
  ]
}
